package io.github.assaymark.facts.openapi;

import io.github.assaymark.facts.structured.LocatedNode;
import io.github.assaymark.model.extract.Limits;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The opinion of Swagger Parser on a description.
 *
 * @param messages what it complains about, sorted
 * @param operations {@code METHOD path} of every operation it finds, path items behind a reference left out
 */
record ModelCheck(List<String> messages, Set<String> operations) {
    private static final int MAX_LENGTH = 300;
    private static final long STACK_BYTES = 64L << 20;

    /** A check under way on a thread of its own: with a stack of its own, and not waited for without an end. */
    static final class Running {
        private final FutureTask<ModelCheck> task;
        private final Thread thread;

        private Running(LocatedNode root) {
            task = new FutureTask<>(() -> of(root));
            thread = new Thread(null, task, "assay-openapi-model", STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
        }

        ModelCheck await(Limits limits) {
            try {
                return task.get(limits.perFile().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                thread.interrupt();
                return failed(
                        "Swagger Parser took longer than " + limits.perFile().toSeconds() + " seconds");
            } catch (ExecutionException e) {
                return failed("Swagger Parser cannot read it: it needs more memory than there is");
            } catch (InterruptedException e) {
                thread.interrupt();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a description was read", e);
            }
        }
    }

    static Running start(LocatedNode root) {
        return new Running(root);
    }

    /** Swagger Parser gets the tree, not the text: it cannot fetch, and its own limits on YAML do not matter. */
    static ModelCheck of(LocatedNode root) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        options.setResolveFully(false);
        options.setFlatten(false);
        try {
            return of(new OpenAPIDeserializer().deserialize(new NodeConversion().of(root), "", options));
        } catch (NodeConversion.TooLarge e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return failed("Swagger Parser cannot read it: nested too deeply");
        } catch (RuntimeException e) {
            return failed("Swagger Parser cannot read it: " + e.getClass().getSimpleName());
        }
    }

    private static ModelCheck failed(String message) {
        return new ModelCheck(List.of(message), Set.of());
    }

    private static ModelCheck of(SwaggerParseResult result) {
        Set<String> messages = new TreeSet<>();
        if (result.getMessages() != null) {
            for (String message : result.getMessages()) messages.add(shortened(message));
        }
        OpenAPI model = result.getOpenAPI();
        if (model == null) {
            if (messages.isEmpty()) messages.add("Swagger Parser gives no model and no reason");
            return new ModelCheck(List.copyOf(messages), Set.of());
        }
        Set<String> operations = new LinkedHashSet<>();
        if (model.getPaths() != null) {
            model.getPaths().forEach((path, item) -> {
                for (PathItem.HttpMethod method : item.readOperationsMap().keySet()) {
                    operations.add(method.name().toUpperCase(Locale.ROOT) + " " + path);
                }
            });
        }
        return new ModelCheck(new ArrayList<>(messages), operations);
    }

    private static String shortened(String message) {
        String line =
                message == null ? "no message" : message.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "\u2026";
    }
}
