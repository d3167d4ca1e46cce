package io.github.assaymark.collect;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import org.xbill.DNS.lookup.ServerFailedException;

/**
 * Asks a resolver, and nobody else: neither files of hosts nor answers of an earlier run. That there is no such name is
 * an answer; that the resolver refused, failed or said nothing is none. Used by one thread.
 */
final class DnsProbes {
    private static final int ATTEMPTS = 2;
    private static final Pattern RCODE = Pattern.compile("\\b(REFUSED|FORMERR|NOTIMPL?|NOTAUTH|BADVERS|YXDOMAIN)\\b");

    private final LookupSession session;
    private final String resolver;
    private final Duration wait;
    private final Clock clock;
    private final @Nullable String stage;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Answer> beside = new HashMap<>();
    private int asked;
    private int silent;

    /**
     * What came of a question.
     *
     * @param rcode as DNS names it, or {@code TIMEOUT}, {@code UNREACHABLE}, {@code FAILED}
     */
    private record Answer(String rcode, List<String> records, List<String> aliases) {
        boolean isAnswered() {
            return rcode.equals("NOERROR") && !(records.isEmpty() && aliases.isEmpty());
        }

        boolean isNone() {
            return !rcode.equals("NOERROR") && !rcode.equals("NXDOMAIN");
        }
    }

    DnsProbes(InetSocketAddress address, String resolver, Duration wait, Clock clock, @Nullable String stage) {
        SimpleResolver simple = new SimpleResolver(address);
        simple.setTimeout(wait);
        // No cache is given, so that every run asks anew.
        this.session = LookupSession.builder().resolver(simple).build();
        this.resolver = resolver;
        this.wait = wait;
        this.clock = clock;
        this.stage = stage;
    }

    /** Asks for a name, and for another below the same domain. */
    Map<String, Object> ask(String name, String type) throws InterruptedException {
        Answer answer = answer(name, type);
        Answer other = beside(name, type);
        Map<String, Object> probe = new LinkedHashMap<>();
        probe.put("name", name);
        probe.put("type", type);
        probe.put("resolver", resolver);
        probe.put("rcode", answer.rcode());
        probe.put("answers", answer.records());
        probe.put("aliases", answer.aliases());
        // A resolver that says nothing about the other name does not say that it answers only for this one.
        probe.put("wildcardSuspected", answer.isAnswered() && (other.isAnswered() || other.isNone()));
        if (stage != null) probe.put("stage", stage);
        probe.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        return probe;
    }

    /** Whether nothing that was asked got any answer. */
    boolean unanswered() {
        return asked > 0 && silent == asked;
    }

    private Answer beside(String name, String type) throws InterruptedException {
        String domain = name.substring(name.indexOf('.') + 1);
        Answer known = beside.get(type + " " + domain);
        if (known != null) return known;
        byte[] label = new byte[12];
        random.nextBytes(label);
        Answer answer = answer("assay-" + HexFormat.of().formatHex(label) + "." + domain, type);
        beside.put(type + " " + domain, answer);
        return answer;
    }

    private Answer answer(String name, String type) throws InterruptedException {
        Answer answer = none("FAILED");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            answer = once(name, type);
            if (!answer.rcode().equals("TIMEOUT")) break;
        }
        asked++;
        if (answer.rcode().equals("TIMEOUT") || answer.rcode().equals("UNREACHABLE")) silent++;
        return answer;
    }

    private Answer once(String name, String type) throws InterruptedException {
        CompletableFuture<LookupResult> asked;
        try {
            asked = session.lookupAsync(Name.fromString(name, Name.root), Type.value(type))
                    .toCompletableFuture();
        } catch (TextParseException e) {
            throw new CollectException("--name: " + name + " is no name\n  Maybe billing.platform.example.org");
        }
        try {
            LookupResult result = asked.get(wait.toMillis() * 4, TimeUnit.MILLISECONDS);
            List<String> records = new ArrayList<>();
            for (Record record : result.getRecords())
                // What stands in texts proves who owns a name: that there is one is enough.
                records.add(type.equals("TXT") ? "(text)" : record.rdataToString());
            return new Answer(
                    "NOERROR",
                    records.stream().sorted().toList(),
                    result.getAliases().stream().map(Name::toString).toList());
        } catch (TimeoutException e) {
            asked.cancel(true);
            return none("TIMEOUT");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private static Answer none(String rcode) {
        return new Answer(rcode, List.of(), List.of());
    }

    private static Answer failed(@Nullable Throwable cause) {
        if (cause instanceof NoSuchDomainException) return none("NXDOMAIN");
        if (cause instanceof NoSuchRRSetException) return none("NOERROR");
        if (cause instanceof ServerFailedException) return none("SERVFAIL");
        for (Throwable at = cause; at != null; at = at.getCause()) {
            String words = String.valueOf(at.getMessage());
            if (at instanceof TimeoutException || words.startsWith("Timed out")) return none("TIMEOUT");
            if (at instanceof java.io.IOException && words.contains("imed out")) return none("TIMEOUT");
            if (at instanceof java.net.SocketException) return none("UNREACHABLE");
            Matcher rcode = RCODE.matcher(words);
            if (at instanceof LookupFailedException && rcode.find()) return none(rcode.group(1));
        }
        return none("FAILED");
    }
}
