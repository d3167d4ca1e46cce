package io.github.assaymark.collect;

import java.net.URI;
import java.util.Map;

/** Answers of several pages, each of which names the next one in its header {@code Link}. */
final class LinkedPages {
    /** Takes a page. */
    interface Page {
        void read(HttpAnswer answer) throws InterruptedException;
    }

    private LinkedPages() {}

    /** Hands over all pages, and says so where there are more than are read. */
    static void read(Http http, URI first, Map<String, String> headers, int max, EntryPages pages, Page page)
            throws InterruptedException {
        URI at = first;
        for (int number = 1; at != null; number++) {
            if (number > max) {
                pages.partial("there are more than " + max + " pages, which were not asked for: see --max-pages");
                return;
            }
            HttpAnswer answer = http.get(at, headers).ok();
            pages.httpStatus(answer.status());
            page.read(answer);
            at = answer.next();
        }
    }
}
