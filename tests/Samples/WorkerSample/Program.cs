// A worker service that follows every running session and logs its warnings and errors. Configure it with environment variables such as
// LogItems__Server, LogItems__PinSha256, LogItems__Username and LogItems__Password.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WorkerSample;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddLogItemsClient(builder.Configuration.GetSection("LogItems"));
builder.Services.AddHostedService<SessionWatcher>();
await builder.Build().RunAsync();
