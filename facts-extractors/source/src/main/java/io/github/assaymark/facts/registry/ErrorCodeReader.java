package io.github.assaymark.facts.registry;

import io.github.assaymark.facts.program.FactSink;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads error codes from taxonomies, enums, and the fields of error classes; one fact a code. */
final class ErrorCodeReader {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/-]*");
    private static final Set<String> LISTS = Set.of(
            "code",
            "codes",
            "catalog",
            "catalogue",
            "taxonomy",
            "registry",
            "types",
            "kinds",
            "definitions",
            "map",
            "family",
            "families",
            "table");
    private static final Set<String> HOMES = Set.of("errors", "error");
    private static final Set<String> PROPERTIES = Set.of(
            "code",
            "status",
            "statuscode",
            "httpstatus",
            "http",
            "message",
            "messagekey",
            "title",
            "description",
            "family",
            "category",
            "docs",
            "doc",
            "documentation",
            "retryable",
            "type",
            "i18nkey",
            "key",
            "id",
            "level");

    private final Resolver resolver;
    private final FactSink facts;
    private final List<Seen> seen = new ArrayList<>();

    /** A code as one place speaks of it. */
    record Seen(
            String code,
            Located place,
            Located declared,
            @Nullable String family,
            @Nullable Integer status,
            @Nullable String messageKey,
            @Nullable String documentation) {}

    /** Of one module. */
    ErrorCodeReader(Resolver resolver, FactSink facts) {
        this.resolver = resolver;
        this.facts = facts;
    }

    List<Seen> read(Module module, List<Constant> constants) {
        List<String> directories = Words.directories(module.path());
        boolean home = Words.any(Words.stem(module.path()), HOMES)
                || (!directories.isEmpty() && Words.any(directories.get(0), HOMES));
        for (Constant constant : constants) {
            List<String> words = Words.of(constant.name());
            boolean error = words.contains("error") || words.contains("errors");
            boolean list = words.stream().anyMatch(LISTS::contains);
            boolean bare = words.size() == 1 && (error || list);
            if (!constant.exported() || !((error && list) || (home && bare))) continue;
            Value literal = Literal.of(resolver, constant.value());
            if (literal == null) {
                Value value = resolver.value(constant.value());
                boolean open = value instanceof Value.Open || value instanceof Value.CallResult;
                if (error && list && open) open(constant.value(), "it is computed when the code runs");
                continue;
            }
            entries(literal, constant.value(), null, error && list);
        }
        for (String kind : List.of(SyntaxKind.CLASS_DECLARATION, SyntaxKind.ABSTRACT_CLASS_DECLARATION))
            for (Located declaration : module.all(kind)) errorClass(declaration);
        return List.copyOf(seen);
    }

    private void entries(Value literal, Located expression, @Nullable String family, boolean certain) {
        if (certain && !Literal.complete(literal)) open(expression, "not all codes are written down");
        for (Entry entry : Entry.of(resolver, literal)) {
            if (family == null && group(entry) && entry.struct() != null)
                entries(entry.struct(), entry.located(), entry.key(), certain);
            else code(entry, family, certain);
        }
    }

    /** Whether an entry holds codes and is none itself. */
    private boolean group(Entry entry) {
        if (entry.key().isEmpty() || entry.named() != null || entry.struct() == null) return false;
        if (!(entry.value() instanceof Value.Struct)) return false;
        Map<String, Located> members = entry.struct().entries();
        if (members.isEmpty()) return false;
        for (Map.Entry<String, Located> member : members.entrySet()) {
            if (PROPERTIES.contains(Words.squeezed(member.getKey()))) return false;
            Value value = resolver.value(member.getValue());
            boolean fits = value instanceof Value.Struct
                    || (value instanceof Value.Text text
                            && CODE.matcher(text.text()).matches());
            if (!fits) return false;
        }
        return true;
    }

    private void code(Entry entry, @Nullable String family, boolean certain) {
        Attributes attributes = entry.attributes(resolver);
        String code = entry.named() != null ? entry.named() : attributes.text("code", "errorcode", "id");
        if (code == null && entry.text() != null && CODE.matcher(entry.text()).matches()) code = entry.text();
        if (code == null && !entry.key().isEmpty()) {
            boolean describes = entry.struct() != null || entry.text() != null || entry.value() instanceof Value.Number;
            if (describes) code = entry.key();
        }
        if (code == null) {
            if (certain && !(entry.value() instanceof Value.Function)) open(entry.located(), "it is not constant");
            return;
        }
        if (!certain && entry.struct() == null && !(entry.value() instanceof Value.Number) && entry.text() == null)
            return;
        String own = attributes.text("family", "category", "group");
        Long status = entry.value() instanceof Value.Number
                ? Numbers.whole(resolver, entry.located())
                : attributes.whole("status", "statuscode", "httpstatus", "http");
        seen.add(new Seen(
                code,
                entry.place(),
                entry.located(),
                own != null ? own : family,
                status(status),
                attributes.text("messagekey", "i18nkey", "i18n", "translationkey", "message_key"),
                attributes.text(
                        "docs", "doc", "docsurl", "docurl", "documentation", "help", "helpurl", "page", "typeuri")));
    }

    private static @Nullable Integer status(@Nullable Long status) {
        return status == null || status < 100 || status > 599 ? null : (Integer) status.intValue();
    }

    private void errorClass(Located declaration) {
        SyntaxNode name = declaration.node().child("name");
        SyntaxNode body = declaration.node().child("body");
        if (name == null || body == null) return;
        boolean error =
                Words.of(name.text()).contains("error") || Words.of(name.text()).contains("exception");
        if (!error) return;
        String code = null;
        Located place = declaration;
        Long status = null;
        for (SyntaxNode member : body.children()) {
            if (!member.is(SyntaxKind.PUBLIC_FIELD_DEFINITION)) continue;
            SyntaxNode field = member.child("name");
            SyntaxNode value = member.child("value");
            if (field == null || value == null) continue;
            String squeezed = Words.squeezed(field.text());
            if (squeezed.equals("code") || squeezed.equals("errorcode")) {
                code = resolver.text(declaration.at(value)).orElse(null);
                place = declaration.at(member);
                if (code == null) open(declaration.at(value), "the code of an error class is not constant");
            } else if (squeezed.equals("status") || squeezed.equals("statuscode") || squeezed.equals("httpstatus")) {
                status = Numbers.whole(resolver, declaration.at(value));
            }
        }
        if (code == null) return;
        seen.add(new Seen(code, place, place, null, status(status), null, null));
    }

    private void open(Located expression, String reason) {
        facts.unresolved("error code", expression, reason, ErrorCode.class);
    }

    /** Hands over one fact a code; the first place that says something of it wins. */
    static void close(List<Seen> all, FactSink facts) {
        Map<String, Seen> found = new LinkedHashMap<>();
        for (Seen one : all) found.merge(one.code(), one, ErrorCodeReader::both);
        found.forEach((code, one) -> facts.fact(new ErrorCode(
                code,
                facts.owner(),
                facts.place(one.place()),
                code,
                one.family(),
                one.status(),
                one.messageKey(),
                one.documentation(),
                one.declared().module().path())));
    }

    private static Seen both(Seen first, Seen later) {
        return new Seen(
                first.code(),
                first.place(),
                first.declared(),
                first.family() == null ? later.family() : first.family(),
                first.status() == null ? later.status() : first.status(),
                first.messageKey() == null ? later.messageKey() : first.messageKey(),
                first.documentation() == null ? later.documentation() : first.documentation());
    }
}
