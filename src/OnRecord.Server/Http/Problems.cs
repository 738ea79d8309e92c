using System.Text.Json;
using OnRecord.Server.Api;
using OnRecord.Server.Pages;

namespace OnRecord.Server.Http;

/// <summary>Writes a problem: JSON for programs, a page in the common design for people.</summary>
internal static class Problems
{
    internal static async Task Write(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.ContentType = "application/problem+json";
            await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Default.Problem));
            return;
        }
        await Page.Write(context, Slices.ProblemPage(problem));
    }
}
