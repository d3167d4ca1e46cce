package io.github.assaymark.core.explain;

import io.github.assaymark.model.Fact;
import io.github.assaymark.model.rule.Item;
import io.github.assaymark.model.verdict.SubjectRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Identities of findings, version 1: made of the item, the subject, the condition and the logical key of the offender.
 * Lines, messages and observed values play no part, so a finding keeps its identity while text around it moves.
 */
final class Fingerprints {
    private static final int HEX_DIGITS = 32;

    private final String prefix;
    private final Map<String, Integer> occurrences = new HashMap<>();

    Fingerprints(Item item, SubjectRef subject) {
        this.prefix = uid(item) + '\0' + subject.key() + '\0';
    }

    /** The id an item was born with: {@code formerly} holds earlier ids, the oldest first. */
    static String uid(Item item) {
        return item.formerly().isEmpty() ? item.id() : item.formerly().get(0);
    }

    static String entity(Fact offender) {
        return offender.key();
    }

    static String entity(Fact fact, Fact partner) {
        return fact.key() + " > " + partner.key();
    }

    static String absent(String factType) {
        return "absent:" + factType;
    }

    /** The next identity of that offender; a repeated offender is told apart by its number. */
    String of(String nodeId, String entity) {
        String text = prefix + nodeId + '\0' + entity;
        int occurrence = occurrences.merge(text, 1, Integer::sum);
        return hash(occurrence == 1 ? text : text + "#" + occurrence);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
