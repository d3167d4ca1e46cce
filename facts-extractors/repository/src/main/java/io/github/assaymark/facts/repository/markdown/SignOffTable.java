package io.github.assaymark.facts.repository.markdown;

import io.github.assaymark.facts.repository.work.Leftovers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds tables in which people sign: columns for a role, a name and a date. */
final class SignOffTable {
    private static final Pattern DATE = Pattern.compile("date|when|signed (on|at)|approved (on|at)|day");
    private static final Pattern ROLE = Pattern.compile(
            ".*\\b(role|function|area|discipline|stakeholder|position|party|responsibility|capacity)\\b.*");
    private static final Pattern LOOSE_ROLE = Pattern.compile(".*\\b(reviewer|approver|team|sign-?off|title)\\b.*");
    private static final Pattern NAME = Pattern.compile(
            ".*\\b(name|signed by|signed-off by|approved by|person|who|signature|signee|signatory|handle|signed)\\b.*");
    private static final Pattern LOOSE_NAME = Pattern.compile(".*\\b(reviewer|approver|owner|by)\\b.*");
    private static final Pattern DECISION =
            Pattern.compile(".*\\b(status|decision|outcome|result|verdict|approved)\\b.*");
    private static final Pattern SIGNING = Pattern.compile("(?i).*(sign[- ]?off|signature|approval).*");
    private static final Pattern REFUSED =
            Pattern.compile("(?i).*(\\b(rejected|declined|refused|denied|not approved|no[- ]go|vetoed)\\b|\u274C).*");

    /** Not yet signed, in words. */
    private static final Set<String> OPEN =
            Set.of("pending", "open", "none", "wip", "awaiting", "unsigned", "not signed", "outstanding", "vacant");

    private SignOffTable() {}

    /** A row; name and date as written, null when nothing is. */
    record Line(
            int line,
            String role,
            @Nullable String name,
            @Nullable String date,
            boolean refused) {
        boolean open() {
            return missing(name) || missing(date);
        }
    }

    static boolean missing(@Nullable String text) {
        return Leftovers.whole(text)
                || (text != null && OPEN.contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** The rows; empty when the table is none in which people sign. {@code heading} stands above it. */
    static List<Line> read(MarkdownText.Table table, @Nullable String heading) {
        if (table.rows().size() < 2) return List.of();
        List<String> head = table.rows().get(0).cells().stream()
                .map(c -> c.strip().toLowerCase(Locale.ROOT))
                .toList();
        int date = find(head, DATE, -1, -1);
        if (date < 0) return List.of();
        int role = find(head, ROLE, date, -1);
        int name = find(head, NAME, date, role);
        if (role < 0) role = find(head, LOOSE_ROLE, date, name);
        if (name < 0) name = find(head, LOOSE_NAME, date, role);
        boolean signing = heading != null && SIGNING.matcher(heading).matches();
        if (role < 0 && signing && name != 0 && date != 0) role = 0;
        if (role < 0 || name < 0) return List.of();
        int decision = find(head, DECISION, date, -1);
        List<Line> lines = new ArrayList<>();
        for (MarkdownText.Row row : table.rows().subList(1, table.rows().size())) {
            String who = cell(row, role);
            if (who == null) continue;
            lines.add(new Line(row.line(), who, cell(row, name), cell(row, date), refused(row, decision)));
        }
        return lines;
    }

    private static int find(List<String> head, Pattern pattern, int not, int norThis) {
        for (int i = 0; i < head.size(); i++) {
            if (i != not && i != norThis && pattern.matcher(head.get(i)).matches()) return i;
        }
        return -1;
    }

    private static boolean refused(MarkdownText.Row row, int decision) {
        String said = decision < 0 ? null : cell(row, decision);
        if (said != null && said.strip().equalsIgnoreCase("no")) return true;
        return row.cells().stream().anyMatch(c -> REFUSED.matcher(c).matches());
    }

    private static @Nullable String cell(MarkdownText.Row row, int column) {
        if (column >= row.cells().size()) return null;
        String text = row.cells().get(column).strip();
        return text.isEmpty() ? null : text;
    }
}
