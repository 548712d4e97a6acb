using Plenum.Web;

if (args is not ["serve", .. var rest])
    return 2;

var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = rest, ContentRootPath = AppContext.BaseDirectory }
);

// Outside a published folder the assets of the house lie in its own project.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddPlenumWeb(
    new PlenumWebOptions { Demo = builder.Configuration.GetValue("demo", defaultValue: false) }
);
var app = builder.Build();
app.UsePlenumWeb();
app.MapPlenumWeb();
await app.RunAsync();
return 0;
