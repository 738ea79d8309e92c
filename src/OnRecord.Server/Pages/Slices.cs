using AspNetCoreGeneratedDocument;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Server.Http;
using RazorSlices;

namespace OnRecord.Server.Pages;

/// <summary>The pages and their parts, made from their models.</summary>
internal static class Slices
{
    internal static RazorSlice<ActorHit> ActorHitPart(ActorHit model) =>
        RazorSliceFactory.Create(model, static m => new Pages_ActorHitPart { Model = m });

    internal static RazorSlice<ActorProfile> ActorPage(ActorProfile model) =>
        RazorSliceFactory.Create(model, static m => new Pages_ActorPage { Model = m });

    internal static RazorSlice<ArticleHit> ArticleHitPart(ArticleHit model) =>
        RazorSliceFactory.Create(model, static m => new Pages_ArticleHitPart { Model = m });

    internal static RazorSlice<(ArticleLine Line, string? Anchor)> ArticleLinePart((ArticleLine Line, string? Anchor) model) =>
        RazorSliceFactory.Create(model, static m => new Pages_ArticleLinePart { Model = m });

    internal static RazorSlice<ArticleModel> ArticlePage(ArticleModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_ArticlePage { Model = m });

    internal static RazorSlice<DiffModel> DiffPage(DiffModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_DiffPage { Model = m });

    internal static RazorSlice<EventHit> EventHitPart(EventHit model) =>
        RazorSliceFactory.Create(model, static m => new Pages_EventHitPart { Model = m });

    internal static RazorSlice<HomeModel> HomePage(HomeModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_HomePage { Model = m });

    internal static RazorSlice<PasteModel> PastePage(PasteModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_PastePage { Model = m });

    internal static RazorSlice<Problem> ProblemPage(Problem model) =>
        RazorSliceFactory.Create(model, static m => new Pages_ProblemPage { Model = m });

    internal static RazorSlice<SearchModel> ResultsPage(SearchModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_ResultsPage { Model = m });

    internal static RazorSlice<RunModel> RunPage(RunModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_RunPage { Model = m });

    internal static RazorSlice<RunsModel> RunsPage(RunsModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_RunsPage { Model = m });

    internal static RazorSlice<StatementHit> StatementHitPart(StatementHit model) =>
        RazorSliceFactory.Create(model, static m => new Pages_StatementHitPart { Model = m });
}

/// <summary>The frame of all pages.</summary>
internal sealed class Frame : IRazorSliceProxy<FrameModel>
{
    static RazorSlice<FrameModel> IRazorSliceProxy<FrameModel>.CreateSlice(FrameModel model) =>
        RazorSliceFactory.Create(model, static m => new Pages_Frame { Model = m });
}
