using Microsoft.Extensions.DependencyInjection;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>The names of the clients registered in one service collection.</summary>
internal sealed class RegisteredClients
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The names in a service collection.</summary>
    public static RegisteredClients Of(IServiceCollection services)
    {
        var registered = services
            .Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<RegisteredClients>().FirstOrDefault();
        if (registered is null)
        {
            services.AddSingleton(registered = new RegisteredClients());
        }

        return registered;
    }

    /// <summary>Adds a name; false if it has already been added.</summary>
    public bool Add(string name) => _names.Add(name);
}
