using System.Globalization;
using System.Reflection;

namespace LogItems.Extensions.DependencyInjection.Tests;

public class LogItemsServerOptionsTests
{
    /// <summary>These three come from the services.</summary>
    private static readonly string[] FromServices =
        [nameof(LogItemsClientOptions.PrimaryHandler), nameof(LogItemsClientOptions.LoggerFactory), nameof(LogItemsClientOptions.TimeProvider)];

    private static IEnumerable<PropertyInfo> Settings =>
        typeof(LogItemsClientOptions).GetProperties().Where(property => !FromServices.Contains(property.Name));

    [Test]
    public void ToClientOptions_EverySettingOfTheClient_IsTakenOver([ValueSource(nameof(Settings))] PropertyInfo setting)
    {
        var own = typeof(LogItemsServerOptions).GetProperty(setting.Name);
        Assert.That(own?.PropertyType, Is.EqualTo(setting.PropertyType));
        var options = new LogItemsServerOptions();
        Assert.That(own!.GetValue(options), Is.EqualTo(setting.GetValue(new LogItemsClientOptions())), "another default");

        var other = Another(setting.PropertyType);
        own.SetValue(options, other);
        Assert.That(setting.GetValue(options.ToClientOptions()), Is.EqualTo(other));
    }

    [Test]
    public void Read_EveryNumberAndTime_CanBeConfigured()
    {
        foreach (var setting in Settings.Where(setting => setting.PropertyType == typeof(int) || setting.PropertyType == typeof(int?) || setting.PropertyType == typeof(TimeSpan)))
        {
            var value = Another(setting.PropertyType);
            var options = new LogItemsServerOptions();
            ConfigurationReader.Read(Configurations.LogItems((setting.Name, string.Create(CultureInfo.InvariantCulture, $"{value}"))), options);
            Assert.That(typeof(LogItemsServerOptions).GetProperty(setting.Name)!.GetValue(options), Is.EqualTo(value), setting.Name);
        }
    }

    private static object Another(Type type) => type switch
    {
        _ when type == typeof(int) || type == typeof(int?) => 7,
        _ when type == typeof(bool) => true,
        _ when type == typeof(string) => "NightWatch/1.2",
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(77),
        _ when type == typeof(ApiVersion?) => ApiVersion.V5,
        _ when type == typeof(ServerCertificate) => ServerCertificate.Pin(new string('A', 64)),
        _ when type == typeof(Action<ConcurrentChange>) => new Action<ConcurrentChange>(_ => { }),
        _ => throw new NotSupportedException($"There is no other value for {type} here yet."),
    };
}
