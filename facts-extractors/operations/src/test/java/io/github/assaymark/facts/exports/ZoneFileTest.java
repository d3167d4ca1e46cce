package io.github.assaymark.facts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.assaymark.model.fact.DnsRecord;
import io.github.assaymark.model.fact.StateSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneFileTest {
    static final String ZONE = """
            ;; Domain: example.org.
            $TTL 3600
            $ORIGIN example.org.
            @       IN SOA ns1.example.org. hostmaster.example.org. (
                        2026030101 ; serial KANARI
                        7200 3600
                        1209600 3600 )
            @       3600 IN NS ns1
                    IN 86400 MX 10 mail.example.net.
            billing 60 IN CNAME lb.eu ; cf_tags=cf-proxied:true
            ORDERS.staging  1h IN A 192.0.2.31 ; cf_tags=cf-proxied:false
                            IN AAAA 2001:db8::31
            *.preview       A 192.0.2.99
            @       TXT "KANARI ; not a comment" "KANARI"
            $ORIGIN deep.example.org.
            api     CNAME @
            _sip._tcp IN SRV 5 10 5060 sip
            """;

    private static StateFixture export(String text) {
        return new StateFixture().export("dns.zone-file", "zone.txt", text);
    }

    private static List<String> told(StateFixture state) {
        return state.facts(DnsRecord.class).stream()
                .map(record -> record.name() + " " + record.type() + " " + record.target())
                .sorted()
                .toList();
    }

    private static List<String> gaps(StateFixture state) {
        // What resolvers answer is another matter.
        return state.gaps(DnsRecord.class, "").stream()
                .filter(gap -> !gap.startsWith("nobody exported it"))
                .toList();
    }

    @Test
    void records_are_told_with_whole_names() {
        StateFixture state = export(ZONE);
        assertThat(told(state))
                .containsExactly(
                        "*.preview.example.org A 192.0.2.99",
                        "_sip._tcp.deep.example.org SRV 5 10 5060 sip.deep.example.org",
                        "api.deep.example.org CNAME deep.example.org",
                        "billing.example.org CNAME lb.eu.example.org",
                        "example.org MX 10 mail.example.net",
                        "example.org NS ns1.example.org",
                        "example.org TXT (text)",
                        "orders.staging.example.org A 192.0.2.31",
                        "orders.staging.example.org AAAA 2001:db8::31");
        assertThat(gaps(state)).isEmpty();
        assertThat(state.facts(DnsRecord.class)).allMatch(record -> record.source() == StateSource.DECLARED);
    }

    @Test
    void zone_says_what_is_proxied_and_what_a_wildcard_answers() {
        StateFixture state = export(ZONE);
        assertThat(state.facts(DnsRecord.class).stream().filter(DnsRecord::proxied))
                .extracting(DnsRecord::name)
                .containsExactly("billing.example.org");
        assertThat(state.facts(DnsRecord.class).stream().filter(DnsRecord::wildcard))
                .extracting(DnsRecord::name)
                .containsExactly("*.preview.example.org");
    }

    @Test
    void scope_names_the_zone_of_a_file_without_origin() {
        StateFixture state = new StateFixture()
                .export(
                        "dns.zone-file",
                        "zone.txt",
                        "billing CNAME lb.example.net.\n",
                        "\"complete\": true, \"scope\": {\"zone\": \"platform.example.org.\"}");
        assertThat(told(state)).containsExactly("billing.platform.example.org CNAME lb.example.net");
        assertThat(state.only(DnsRecord.class).owner()).isEqualTo(StateFixture.BILLING);
        assertThat(gaps(export("billing A 192.0.2.1\nweb.example.org. CNAME x\n")))
                .containsExactly(
                        "#L1: its name is below no zone that is known: the file has no $ORIGIN, and its scope names no zone",
                        "#L2: it leads to a name below no zone that is known");
    }

    @Test
    void what_is_beyond_the_file_is_a_gap() {
        assertThat(gaps(export("""
                        $ORIGIN example.org.
                        $INCLUDE other.zone
                        $GENERATE 1-9 host$ A 192.0.2.$
                        a CH TXT "version"
                        b IN
                        c IN a-1234567890123456 x
                        """)))
                .containsExactly(
                        "#L2: `$INCLUDE` is not followed: what it brings is not known",
                        "#L3: `$GENERATE` is not followed: what it brings is not known",
                        "#L4: it is of class CH, not of the internet",
                        "#L5: it is no record with a type and data",
                        "#L6: it is no record with a type and data");
    }

    @Test
    void hostile_files_end() {
        assertThat(gaps(export("a.b. A (192.0.2.1\n"))).containsExactly("a parenthesis or a quote does not close");
        assertThat(gaps(export("a.b. TXT \"open\nb.c. A 192.0.2.1\n")))
                .containsExactly("a parenthesis or a quote does not close");
        assertThat(gaps(export(""))).containsExactly("there is no record in it");
        assertThat(export(")".repeat(5000) + "(".repeat(5000)).gaps(DnsRecord.class, ""))
                .contains("there is no record in it");
        assertThat(gaps(export("x\n".repeat(300)))).hasSize(21).contains("300 entries were not understood");
        assertThat(gaps(export("\\\\"))).hasSize(1);
    }
}
