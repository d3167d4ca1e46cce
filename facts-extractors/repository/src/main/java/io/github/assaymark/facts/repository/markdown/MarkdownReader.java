package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.model.extract.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown and MDX. Safe for use by many threads. */
final class MarkdownReader {
    private static final int MAX_NESTING = 100;

    /** MDX has neither indented code nor HTML blocks. */
    private static final Set<Class<? extends Block>> MDX_BLOCKS =
            Set.of(BlockQuote.class, FencedCodeBlock.class, Heading.class, ListBlock.class, ThematicBreak.class);

    private static final Parser MARKDOWN = builder().build();
    private static final Parser MDX = builder().enabledBlockTypes(MDX_BLOCKS).build();

    private MarkdownReader() {}

    private static Parser.Builder builder() {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING);
    }

    static MarkdownText read(String path, String text, Limits limits) {
        List<String> lines = Arrays.asList(text.split("\r\n|\n|\r", -1));
        FrontMatter frontMatter = FrontMatter.read(lines, limits);
        List<MarkdownText.Problem> problems = new ArrayList<>();
        if (frontMatter.problem() != null) problems.add(frontMatter.problem());
        List<String> body = new ArrayList<>(lines);
        for (int i = 0; i < frontMatter.lastLine(); i++) body.set(i, "");
        Set<String> anchors = new HashSet<>();
        List<MarkdownText.Piece> pieces = new ArrayList<>();
        int[] shifts = new int[0];
        boolean mdx = path.toLowerCase(Locale.ROOT).endsWith(".mdx");
        if (mdx) {
            MdxMask mask = new MdxMask(body);
            body = mask.mask();
            shifts = mask.shifts();
            problems.addAll(mask.problems());
            mask.ids().forEach(id -> anchors.add(id.toLowerCase(Locale.ROOT)));
            pieces.addAll(mask.links());
        }
        String markdown = String.join("\n", body);
        MarkdownVisitor visitor = new MarkdownVisitor(markdown, shifts, anchors, pieces);
        (mdx ? MDX : MARKDOWN).parse(markdown).accept(visitor);
        return new MarkdownText(lines, frontMatter, pieces, anchors, problems);
    }
}
