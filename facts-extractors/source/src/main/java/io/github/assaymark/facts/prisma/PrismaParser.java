package io.github.assaymark.facts.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the blocks of a schema file; what it does not understand becomes a problem, the rest is kept. */
final class PrismaParser {
    private static final Set<String> KEYWORDS = Set.of("datasource", "generator", "model", "enum", "type", "view");
    private static final Pattern OPENING = Pattern.compile("([A-Za-z]\\w*)\\s+([A-Za-z]\\w*)\\s*\\{");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z]\\w*)\\s*=\\s*(.+)", Pattern.DOTALL);
    private static final Pattern ENUM_VALUE = Pattern.compile("[A-Za-z][\\w-]*(\\s+@.*)?", Pattern.DOTALL);
    private static final int MAX_PROBLEMS = 1000;

    private final List<PrismaProblem> problems = new ArrayList<>();
    private final List<PrismaBlock> blocks = new ArrayList<>();

    private PrismaParser() {}

    /** What a file holds. */
    record Parsed(List<PrismaBlock> blocks, List<PrismaProblem> problems) {}

    static Parsed parse(String text, int maxDepth) {
        PrismaParser parser = new PrismaParser();
        parser.read(PrismaLines.of(text, maxDepth, parser.problems));
        List<PrismaProblem> problems =
                parser.problems.stream().distinct().limit(MAX_PROBLEMS).toList();
        return new Parsed(List.copyOf(parser.blocks), problems);
    }

    private void read(List<PrismaLine> lines) {
        int at = 0;
        while (at < lines.size()) {
            PrismaLine line = lines.get(at);
            Matcher opening = OPENING.matcher(line.text());
            if (!opening.matches()) {
                problem(line, line.text().equals("}") ? "a block that was not opened" : "no block begins here");
                at++;
                continue;
            }
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).text().equals("}") && !begins(lines.get(end))) end++;
            boolean closed = end < lines.size() && lines.get(end).text().equals("}");
            if (!closed) problem(line, "a block that is never closed");
            int endLine = closed ? lines.get(end).number() : lines.get(end - 1).number();
            if (KEYWORDS.contains(opening.group(1)))
                block(opening.group(1), opening.group(2), line.number(), endLine, lines.subList(at + 1, end));
            else problem(line, "an unknown kind of block: " + opening.group(1));
            at = closed ? end + 1 : end;
        }
    }

    private static boolean begins(PrismaLine line) {
        Matcher opening = OPENING.matcher(line.text());
        return opening.matches() && KEYWORDS.contains(opening.group(1));
    }

    private void block(String keyword, String name, int line, int endLine, List<PrismaLine> lines) {
        List<PrismaField> fields = new ArrayList<>();
        List<PrismaAttribute> attributes = new ArrayList<>();
        List<Integer> attributeLines = new ArrayList<>();
        List<PrismaAttribute.Argument> settings = new ArrayList<>();
        for (PrismaLine each : lines) {
            if (each.text().startsWith("@@")) {
                List<PrismaAttribute> found = PrismaAttribute.all(each.text());
                if (found == null) problem(each, "an attribute that is not understood");
                else
                    found.forEach(attribute -> {
                        attributes.add(attribute);
                        attributeLines.add(each.number());
                    });
            } else if (keyword.equals("enum")) {
                if (!ENUM_VALUE.matcher(each.text()).matches()) problem(each, "a value that is not understood");
            } else if (keyword.equals("datasource") || keyword.equals("generator")) {
                Matcher setting = SETTING.matcher(each.text());
                if (setting.matches()) settings.add(new PrismaAttribute.Argument(setting.group(1), setting.group(2)));
                else problem(each, "a setting that is not understood");
            } else {
                PrismaField field = PrismaField.of(each);
                if (field == null) problem(each, "a field that is not understood");
                else fields.add(field);
            }
        }
        blocks.add(new PrismaBlock(keyword, name, line, endLine, fields, attributes, attributeLines, settings));
    }

    private void problem(PrismaLine line, String reason) {
        problems.add(new PrismaProblem(line.number(), reason));
    }
}
