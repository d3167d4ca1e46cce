package io.github.assaymark.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param line of its first fence, from 1
 * @param kind first word behind the fence, for example {@code groovy}
 * @param role the rest of that line, for example {@code item}
 * @param text without the fences, each line with its end
 */
record Block(int line, String kind, String role, String text) {

    /** The blocks of a page in their order. */
    static List<Block> of(String page) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = page.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) continue;
            int start = i;
            StringBuilder text = new StringBuilder();
            while (!lines.get(++i).equals("```")) text.append(lines.get(i)).append('\n');
            String[] info = lines.get(start).substring(3).strip().split(" ", 2);
            blocks.add(new Block(start + 1, info[0], info.length > 1 ? info[1] : "", text.toString()));
        }
        return blocks;
    }
}
