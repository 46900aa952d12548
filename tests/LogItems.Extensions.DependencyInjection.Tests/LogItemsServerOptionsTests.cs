using System.Globalization;
using System.Reflection;

namespace LogItems.Extensions.DependencyInjection.Tests;

public class LogItemsServerOptionsTests
{
    private static IEnumerable<PropertyInfo> Settings => typeof(LogItemsClientOptions).GetProperties();

    [Test]
    public void Read_EveryNumberAndTime_CanBeConfigured()
    {
        Type[] types = [typeof(int), typeof(int?), typeof(TimeSpan)];
        foreach (var setting in Settings.Where(setting => types.Contains(setting.PropertyType)))
        {
            var value = Another(setting.PropertyType);
            var options = new LogItemsServerOptions();
            ConfigurationReader.Read(Configurations.LogItems((setting.Name, string.Create(CultureInfo.InvariantCulture, $"{value}"))), options);
            Assert.That(typeof(LogItemsServerOptions).GetProperty(setting.Name)!.GetValue(options), Is.EqualTo(value), setting.Name);
        }
    }

    private static object Another(Type type) => type == typeof(TimeSpan) ? TimeSpan.FromSeconds(77) : 7;
}
