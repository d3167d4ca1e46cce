package io.github.assaymark.core.link;

import org.jspecify.annotations.Nullable;

/**
 * A short glob as a machine that stands at several of its characters at once, so that a path is read once, character by
 * character, without looking back: Glushkov's construction, the set of places kept in the bits of one number.
 * Immutable.
 */
final class GlobMachine {
    private static final int MAX_PLACES = 64;
    private static final int ASCII = 128;

    private final long[] follow;
    private final long[] literals;
    private final long any;
    private final long notSlash;
    private final Part whole;

    /** The places a part of the glob begins and ends at, and whether it may stand for nothing. */
    private record Part(long first, long last, boolean empty) {
        static final Part NOTHING = new Part(0, 0, true);
    }

    private GlobMachine(Builder built, Part whole) {
        this.follow = built.follow;
        this.literals = built.literals;
        this.any = built.any;
        this.notSlash = built.notSlash;
        this.whole = whole;
    }

    /** The machine of a glob; null when it has too many characters, or some that are not ASCII. */
    static @Nullable GlobMachine of(String glob, boolean balanced) {
        Builder builder = new Builder(glob, balanced);
        Part whole = builder.alternatives(0);
        return builder.fits ? new GlobMachine(builder, whole) : null;
    }

    boolean matches(String path) {
        if (path.isEmpty()) return whole.empty();
        long at = 0;
        long known = 0;
        long next = whole.first();
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            i += Character.charCount(c);
            if (i > Character.charCount(c) && at != known) {
                known = at;
                next = 0;
                for (long rest = at; rest != 0; rest &= rest - 1) next |= follow[Long.numberOfTrailingZeros(rest)];
            }
            at = next & (any | (c == '/' ? 0 : notSlash) | (c < ASCII ? literals[c] : 0));
            if (at == 0) return false;
        }
        return (at & whole.last()) != 0;
    }

    private static final class Builder {
        private final String glob;
        private final boolean balanced;
        private final long[] follow = new long[MAX_PLACES];
        private final long[] literals = new long[ASCII];
        private long any;
        private long notSlash;
        private int places;
        private int at;
        private boolean fits = true;

        Builder(String glob, boolean balanced) {
            this.glob = glob;
            this.balanced = balanced;
        }

        /** Up to the brace that closes them, or to the end. */
        Part alternatives(int depth) {
            Part all = sequence(depth);
            while (at < glob.length() && glob.charAt(at) == ',' && depth > 0) {
                at++;
                Part one = sequence(depth);
                all = new Part(all.first() | one.first(), all.last() | one.last(), all.empty() || one.empty());
            }
            return all;
        }

        private Part sequence(int depth) {
            Part all = Part.NOTHING;
            while (at < glob.length()) {
                char c = glob.charAt(at);
                if (depth > 0 && (c == ',' || c == '}')) break;
                all = then(all, one(c, depth));
            }
            return all;
        }

        private Part one(char c, int depth) {
            if (c == '{' && balanced) {
                at++;
                Part inner = alternatives(depth + 1);
                at++;
                return inner;
            }
            if (glob.startsWith("**", at)) return across();
            at++;
            if (c == '*') return repeated(ofPart());
            return c == '?' ? ofPart() : literal(c);
        }

        private Part across() {
            boolean startsPart = at == 0 || "/{,".indexOf(glob.charAt(at - 1)) >= 0;
            while (at < glob.length() && glob.charAt(at) == '*') at++;
            Part across = repeated(anything());
            if (!startsPart || !glob.startsWith("/", at)) return across;
            at++;
            Part directories = then(across, literal('/'));
            return new Part(directories.first(), directories.last(), true);
        }

        private Part literal(char c) {
            long bit = place();
            if (c < ASCII) literals[c] |= bit;
            else fits = false;
            return new Part(bit, bit, false);
        }

        private Part ofPart() {
            long bit = place();
            notSlash |= bit;
            return new Part(bit, bit, false);
        }

        private Part anything() {
            long bit = place();
            any |= bit;
            return new Part(bit, bit, false);
        }

        private long place() {
            if (places == MAX_PLACES) fits = false;
            return fits ? 1L << places++ : 0;
        }

        private Part repeated(Part one) {
            link(one.last(), one.first());
            return new Part(one.first(), one.last(), true);
        }

        private Part then(Part one, Part next) {
            link(one.last(), next.first());
            return new Part(
                    one.first() | (one.empty() ? next.first() : 0),
                    next.last() | (next.empty() ? one.last() : 0),
                    one.empty() && next.empty());
        }

        private void link(long from, long to) {
            for (long rest = from; rest != 0; rest &= rest - 1) follow[Long.numberOfTrailingZeros(rest)] |= to;
        }
    }
}
