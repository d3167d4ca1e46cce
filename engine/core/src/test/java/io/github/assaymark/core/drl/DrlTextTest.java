package io.github.assaymark.core.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.core.DrlText;
import io.github.assaymark.model.Phase;
import io.github.assaymark.model.Severity;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.catalogue.ValueType;
import io.github.assaymark.model.rule.Condition;
import io.github.assaymark.model.rule.Expr;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.rule.Pattern;
import io.github.assaymark.model.rule.Qualifiers;
import io.github.assaymark.model.rule.SourcePlace;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrlTextTest {
    private static final String FUNCTIONS = "import static io.github.assaymark.core.drl.DrlFunctions." + "*;";
    private static final SourcePlace PLACE = new SourcePlace("x.groovy", 1, 1, "document.words < 1");

    @Test
    void prints_a_rule_for_what_an_item_looks_at() {
        Pattern readme = pattern(
                "document",
                "Document",
                false,
                Qualifiers.NONE,
                is(
                        prop(Expr.Role.OWN, "Document", "path"),
                        new Expr.Arithmetic(
                                false,
                                prop(Expr.Role.SUBJECT, "Service", "directory"),
                                text("/README.md"),
                                ValueType.TEXT,
                                PLACE)),
                new Expr.Compare(
                        Expr.Comparison.GREATER_OR_EQUAL,
                        prop(Expr.Role.OWN, "Document", "words"),
                        new Expr.Const(20L, ValueType.INTEGER, PLACE),
                        PLACE));

        assertThat(DrlText.of(item("README\nexplains the service", new Condition.Some(null, readme, PLACE))))
                .isEqualTo("""
                        // README explains the service
                        // demo.all.docs.readme, judged on each Service.
                        // Rules only match. Where the search for facts was not complete, no match proves nothing:
                        // the verdict is UNKNOWN then, which is not the rules' to say.
                        package assaymark;

                        import io.github.assaymark.model.fact.Document;
                        import io.github.assaymark.model.fact.Service;
                        FUNCTIONS

                        // leaf 1: holds when there is a candidate
                        rule "demo.all.docs.readme 1 candidate"
                        when
                            $subject : Service()
                            $document : Document(
                                owner == $subject.owner,
                                path == $subject.directory + "/README.md",
                                words >= 20
                            )
                        then
                        end
                        """.replace("FUNCTIONS", FUNCTIONS));
    }

    @Test
    void prints_what_an_item_objects_to_and_how_leaves_combine() {
        Pattern old = pattern(
                "attestation",
                "Attestation",
                true,
                new Qualifiers(null, true, null, Duration.ofHours(24), null, null),
                is(
                        prop(Expr.Role.OWN, "Attestation", "decision"),
                        new Expr.Const(
                                "REJECTED",
                                prop(Expr.Role.OWN, "Attestation", "decision").type(),
                                PLACE)));
        Pattern team = pattern(
                "team",
                "CodeOwnerRule",
                false,
                Qualifiers.NONE,
                is(prop(Expr.Role.OWN, "CodeOwnerRule", "key"), prop(Expr.Role.OUTER, "Attestation", "role")));
        Pattern documents = pattern("document", "Document", false, Qualifiers.NONE);
        Condition both = new Condition.AnyOf(
                null,
                List.of(
                        new Condition.EveryHas(null, old, team, PLACE),
                        new Condition.EveryMust(
                                null,
                                documents,
                                List.of(
                                        new Expr.Call(
                                                prop(Expr.Role.OWN, "Document", "title"),
                                                io.github.assaymark.model.rule.Function.CONTAINS_TEXT,
                                                List.of(new Expr.ParamRef("word", ValueType.TEXT, PLACE)),
                                                PLACE),
                                        new Expr.Compare(
                                                Expr.Comparison.NOT_EQUAL,
                                                prop(Expr.Role.OWN, "Document", "title"),
                                                text("a \"b\" \\ é"),
                                                PLACE)),
                                PLACE),
                        new Condition.VerdictOf(null, "demo/all", List.of("demo.all.docs.other"), false, PLACE),
                        new Condition.Count(
                                null,
                                Condition.Quantity.AT_MOST,
                                new Expr.ParamRef("most", ValueType.INTEGER, PLACE),
                                documents,
                                null,
                                PLACE)),
                PLACE);

        String drl = DrlText.of(item("Title", both));

        assertThat(drl.substring(drl.indexOf("package"))).isEqualTo("""
                        package assaymark;

                        import io.github.assaymark.core.link.Environment;
                        import io.github.assaymark.model.fact.Attestation;
                        import io.github.assaymark.model.fact.CodeOwnerRule;
                        import io.github.assaymark.model.fact.Decision;
                        import io.github.assaymark.model.fact.Document;
                        import io.github.assaymark.model.fact.Service;
                        import io.github.assaymark.model.verdict.Verdict;
                        FUNCTIONS

                        // any of leaves 1, 2, 3, 4

                        // leaf 1: holds when there are candidates and no hits; with neither there is nothing to judge
                        rule "demo.all.docs.readme 1 candidate"
                        when
                            $subject : Service()
                            $attestation : Attestation(decision == Decision.REJECTED)
                        then
                        end
                        rule "demo.all.docs.readme 1 hit"
                        when
                            $subject : Service()
                            $attestation : Attestation(decision == Decision.REJECTED)
                            not( CodeOwnerRule(
                                owner == $subject.owner,
                                key == $attestation.role
                            ) )
                        then
                        end
                        rule "demo.all.docs.readme 1 candidate wrong revision"
                        when
                            $env : Environment()
                            $subject : Service()
                            $attestation : Attestation(
                                decision == Decision.REJECTED,
                                !isSameRevision(sha, $subject.sha)
                            )
                        then
                        end
                        rule "demo.all.docs.readme 1 candidate stale"
                        when
                            $env : Environment()
                            $subject : Service()
                            $attestation : Attestation(
                                decision == Decision.REJECTED,
                                !isFresh($env.now(), at, "PT24H")
                            )
                        then
                        end
                        // a fact that matches one of the rules ending in wrong revision, stale is no evidence: the first of them says why

                        // leaf 2: holds when there are candidates and no hits; with neither there is nothing to judge
                        rule "demo.all.docs.readme 2 candidate"
                        when
                            $subject : Service()
                            $document : Document(owner == $subject.owner)
                        then
                        end
                        rule "demo.all.docs.readme 2 hit"
                        when
                            $env : Environment()
                            $subject : Service()
                            $document : Document(
                                owner == $subject.owner,
                                !(containsText(title, text($env, "word")) && title != "a \\"b\\" \\\\ \\u00e9")
                            )
                        then
                        end

                        // leaf 3: holds when a verdict it looks at is green and none is failing, open or an error
                        rule "demo.all.docs.readme 3 candidate green"
                        when
                            $subject : Service()
                            $verdict : Verdict(
                                oneOf(itemOf(this), list("demo.all.docs.other")),
                                concerns(this, $subject),
                                outcomeOf(this) == "PASS"
                            )
                        then
                        end
                        rule "demo.all.docs.readme 3 candidate failing"
                        when
                            $subject : Service()
                            $verdict : Verdict(
                                oneOf(itemOf(this), list("demo.all.docs.other")),
                                concerns(this, $subject),
                                outcomeOf(this) == "FAIL"
                            )
                        then
                        end
                        rule "demo.all.docs.readme 3 candidate open"
                        when
                            $subject : Service()
                            $verdict : Verdict(
                                oneOf(itemOf(this), list("demo.all.docs.other")),
                                concerns(this, $subject),
                                oneOf(outcomeOf(this), list("UNKNOWN", "PENDING"))
                            )
                        then
                        end
                        rule "demo.all.docs.readme 3 candidate error"
                        when
                            $subject : Service()
                            $verdict : Verdict(
                                oneOf(itemOf(this), list("demo.all.docs.other")),
                                concerns(this, $subject),
                                outcomeOf(this) == "ERROR"
                            )
                        then
                        end

                        // leaf 4: holds when the number of candidates is right: atMost param($env, "most")
                        rule "demo.all.docs.readme 4 candidate"
                        when
                            $subject : Service()
                            $document : Document(owner == $subject.owner)
                        then
                        end
                        rule "demo.all.docs.readme 4 candidate enough"
                        when
                            $env : Environment()
                            $subject : Service()
                            accumulate( $candidate : Document(owner == $subject.owner);
                                $number : count($candidate) )
                            eval( atMost($number, param($env, "most")) )
                        then
                        end
                        """.replace("FUNCTIONS", FUNCTIONS));
    }

    @Test
    void prints_what_persons_must_say_and_of_what() {
        Pattern text = pattern(
                "document",
                "Document",
                false,
                Qualifiers.NONE,
                is(prop(Expr.Role.OWN, "Document", "name"), text("CONSENT.md")));
        Expr roles = new Expr.Const(List.of("privacy"), ValueType.TEXT_LIST, PLACE);
        Expr two = new Expr.Const(2L, ValueType.INTEGER, PLACE);

        String drl = DrlText.of(
                item("Title", new Condition.Attested(null, roles, Duration.ofDays(365), false, text, two, PLACE)));

        assertThat(drl.substring(drl.lastIndexOf("rule "))).isEqualTo("""
                        rule "demo.all.docs.readme 1 candidate enough"
                        when
                            $env : Environment()
                            $subject : Service()
                            $people : List() from collect( TeamMember() )
                            $catalogue : FactCatalogue()
                            $content : List( size > 0 ) from collect( Document(
                                owner == $subject.owner,
                                name == "CONSENT.md"
                            ) )
                            accumulate( Attestation(
                                oneOf(item, list("demo.all.docs.readme")),
                                subject == $subject.key || subject == "*",
                                speaksAs(role, list("privacy")),
                                isBorneOut($people, by, role, authors),
                                isSigned(signature),
                                !at.isAfter($env.now()),
                                decision == Decision.CONFIRMED,
                                !isExpired($env.now(), at, expires, "PT8760H"),
                                digest == contentDigest($catalogue, $content),
                                $by : by
                            );
                                $persons : collectSet($by) )
                            eval( atLeast($persons.size(), 2) )
                        then
                        end
                        """);
        assertThat(drl)
                .contains(
                        "candidate\"",
                        "candidate confirmed\"",
                        "candidate rejected\"",
                        "candidate expired\"",
                        "candidate other content\"");
    }

    @Test
    void an_unknown_fact_type_is_named() {
        Pattern unknown = pattern("dog", "Dog", false, Qualifiers.NONE);

        assertThatThrownBy(() -> DrlText.of(item("Title", new Condition.No(null, unknown, PLACE))))
                .hasMessage("no fact type Dog in the catalogue\n"
                        + "  Maybe the checklist was compiled against other fact types");
    }

    private static Item item(String title, Condition condition) {
        return new Item(
                "demo.all.docs.readme",
                List.of(),
                title,
                "Service",
                Severity.MAJOR,
                Phase.PRE_MERGE,
                Item.Rollout.BLOCK,
                null,
                null,
                List.of(),
                null,
                condition,
                null,
                null,
                PLACE);
    }

    private static Pattern pattern(
            String variable, String type, boolean anywhere, Qualifiers qualifiers, Expr... where) {
        return new Pattern(variable, type, Pattern.Side.HEAD, anywhere, List.of(where), qualifiers, PLACE);
    }

    private static Expr prop(Expr.Role role, String type, String property) {
        ValueType valueType = Objects.requireNonNull(
                        Objects.requireNonNull(FactCatalogue.standard().type(type), type)
                                .property(property))
                .type();
        return new Expr.Prop(role, "x", type, property, valueType, PLACE);
    }

    private static Expr text(@Nullable String value) {
        return new Expr.Const(value, ValueType.TEXT, PLACE);
    }

    private static Expr is(Expr left, Expr right) {
        return new Expr.Compare(Expr.Comparison.EQUAL, left, right, PLACE);
    }
}
