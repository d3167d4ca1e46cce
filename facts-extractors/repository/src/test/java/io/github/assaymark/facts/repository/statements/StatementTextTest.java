package io.github.assaymark.facts.repository.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTextTest {
    private static final Map<String, String> ENTRY = fields();

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("item", "team.docs.all.readme");
        fields.put("subject", "*");
        fields.put("by", "@ada");
        fields.put("note", "it's: # fine");
        return fields;
    }

    @Test
    void a_new_file_begins_with_its_list() {
        String text = """
                attestations:
                  - item: team.docs.all.readme
                    subject: '*'
                    by: '@ada'
                    note: 'it''s: # fine'
                """;
        assertThat(StatementText.appended(null, "attestations", ENTRY)).isEqualTo(text);
        assertThat(StatementText.appended(" \n", "attestations", ENTRY)).isEqualTo(text);
    }

    @Test
    void what_is_there_stays_with_its_comments_and_indentation() {
        String present = """
                # ours
                waivers:
                - item: a.b.c.d   # old
                  subject: x""";
        assertThat(StatementText.appended(present, "waivers", ENTRY))
                .isEqualTo(present
                        + "\n- item: team.docs.all.readme\n  subject: '*'\n  by: '@ada'\n  note: 'it''s: # fine'\n");
        String list = "- item: a.b.c.d\n  subject: x\n";
        assertThat(StatementText.appended(list, "waivers", Map.of("item", "yes")))
                .isEqualTo(list + "- item: 'yes'\n");
    }

    @Test
    void a_file_that_would_be_changed_is_left_alone() {
        refused("it is no YAML that can be read", "waivers: [\n");
        refused("it is no YAML that can be read", "a: 1\n---\nb: 2\n");
        refused("it holds no list of waivers", "attestations:\n  - item: a\n");
        refused("it holds no list of waivers", "waivers: []\n");
        refused("its list is not written with a dash before each entry", "waivers: [{item: a}]\n");
        refused("its list does not end the file", "waivers:\n  - item: a\nother: 1\n");
    }

    @Test
    void texts_are_one_line() {
        assertThatThrownBy(() -> StatementText.appended(null, "waivers", Map.of("reason", "a\nb: c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text of several lines, or with control characters");
    }

    private static void refused(String why, String present) {
        assertThatThrownBy(() -> StatementText.appended(present, "waivers", ENTRY))
                .as(present)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
