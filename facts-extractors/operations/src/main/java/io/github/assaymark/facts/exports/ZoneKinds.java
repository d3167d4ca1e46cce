package io.github.assaymark.facts.exports;

import io.github.assaymark.model.fact.DnsRecord;
import java.util.List;

/** Files of zones of the domain name system, as servers read them and as Cloudflare exports its own. */
final class ZoneKinds {
    private ZoneKinds() {}

    static List<ExportKind> all() {
        return List.of(new ExportKind(
                        "dns.zone-file",
                        "a zone in the master file format (RFC 1035), such as BIND reads and Cloudflare exports; the scope names"
                                + " the `zone` where the file has no $ORIGIN",
                        "curl --header 'Authorization: Bearer TOKEN' 'https://api.cloudflare.com/client/v4/zones/ZONE/dns_records/export'",
                        ExportKind.Format.TEXT,
                        List.of(
                                "$ORIGIN",
                                "name, type and data of each record but TXT, of which the data is passed over",
                                "cf_tags of a comment: cf-proxied"),
                        List.of(DnsRecord.class),
                        ZoneFileReading::read)
                .declaring(List.of(DnsRecord.class)));
    }
}
