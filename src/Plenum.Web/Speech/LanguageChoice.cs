using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace Plenum.Web.Speech;

/// <summary>The reader's language: what the address asks for, else what they chose before, else the browser's.</summary>
internal static class LanguageChoice
{
    private const string Plain = "plenum.lang";

    public static IApplicationBuilder UseLanguageChoice(
        this IApplicationBuilder app,
        PlenumWebOptions house
    )
    {
        var cookie = house.CookieName(Plain);
        string[] languages = [.. Catalogue.Languages];
        var options = new RequestLocalizationOptions()
            .AddSupportedCultures(languages)
            .AddSupportedUICultures(languages)
            .SetDefaultCulture(languages[0]);
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Known(context.Request.Query["lang"])),
            new CustomRequestCultureProvider(context => Known(context.Request.Cookies[cookie])),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
        return app.UseRequestLocalization(options)
            .Use((context, next) => Remember(context, cookie, next));
    }

    private static Task<ProviderCultureResult?> Known(StringValues asked) =>
        Task.FromResult(
            Catalogue.Speaks(asked.ToString()) ? new ProviderCultureResult(asked.ToString()) : null
        );

    private static Task Remember(HttpContext context, string cookie, RequestDelegate next)
    {
        var asked = context.Request.Query["lang"].ToString();
        if (Catalogue.Speaks(asked))
            context.Response.Cookies.Append(
                cookie,
                asked,
                new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                }
            );
        return next(context);
    }
}
