using Microsoft.OpenApi;

namespace OnRecord.Server.Api;

/// <summary>The description of the API at <c>/openapi/v1.json</c>, made from its endpoints.</summary>
internal static class ApiDescription
{
    internal static void Add(IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = "OnRecord";
                        document.Info.Version = "1.0";
                        document.Info.Description =
                            "Who said what, who did what to whom, with the words that prove it. Offsets are Unicode code points, half-open. "
                            + "Errors are problem details (RFC 9457) with a remedy; an error in a query has start and length of the wrong part.";
                        document.Servers = [];
                        return Task.CompletedTask;
                    }
                );
            }
        );
}
