package io.github.assaymark.dsl.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Text to {@link Syntax}, by way of Groovy's parser and not a step further: phase CONVERSION resolves nothing, loads
 * nothing and runs nothing. The parser runs on a thread of its own, because its time cannot be bounded by looking at
 * the text.
 */
final class GroovyParser {
    static final long LIMIT_SECONDS = 10;
    private static final long BUSY_FACTOR = 12;
    private static final long STACK_BYTES = 16L << 20;
    private static final int MOST_ABANDONED = 4;
    private static final AtomicInteger ABANDONED = new AtomicInteger();

    private GroovyParser() {}

    /** The statements of the file. The caps must have been checked. */
    static List<Syntax> parse(SourceText source) {
        if (ABANDONED.get() >= MOST_ABANDONED)
            throw source.refuse(Span.START, "too many files took longer than " + LIMIT_SECONDS + " s to parse");
        FutureTask<List<Syntax>> task = new FutureTask<>(() -> statements(source));
        Thread thread = new Thread(null, task, "assaymark-parse", STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(GroovyParser.class.getClassLoader());
        thread.start();
        try {
            return await(task, thread);
        } catch (TimeoutException e) {
            abandon(thread);
            throw source.refuse(
                    Span.START,
                    "the file took longer than " + LIMIT_SECONDS + " s to parse",
                    "split it, or break its longest lines");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon(thread);
            throw source.refuse(Span.START, "parsing was interrupted");
        } catch (ExecutionException e) {
            throw refusal(source, e.getCause());
        }
    }

    /** Counts the parser's own time where the platform can tell it, so that a busy machine refuses nothing. */
    private static List<Syntax> await(FutureTask<List<Syntax>> task, Thread thread)
            throws InterruptedException, ExecutionException, TimeoutException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean tells = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(tells ? LIMIT_SECONDS * BUSY_FACTOR : LIMIT_SECONDS);
        while (true) {
            try {
                return task.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                boolean spent =
                        tells && threads.getThreadCpuTime(thread.getId()) > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
                if (spent || System.nanoTime() - end > 0) throw e;
            }
        }
    }

    /** The thread cannot be stopped; it is counted until it ends by itself. */
    private static void abandon(Thread thread) {
        ABANDONED.incrementAndGet();
        Thread watch = new Thread(null, () -> await(thread), "assaymark-parse-watch", 64 << 10);
        watch.setDaemon(true);
        watch.start();
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ABANDONED.decrementAndGet();
        }
    }

    private static RuntimeException refusal(SourceText source, @Nullable Throwable cause) {
        if (cause instanceof Refusal refusal) return refusal;
        if (cause instanceof MultipleCompilationErrorsException e) return syntaxError(source, e.getErrorCollector());
        if (cause instanceof CompilationFailedException || cause instanceof StackOverflowError)
            return source.refuse(Span.START, "the text is nested too deeply");
        if (cause instanceof Error error) throw error;
        return new IllegalStateException("parsing " + source.file(), cause);
    }

    private static Refusal syntaxError(SourceText source, ErrorCollector errors) {
        for (Message message : errors.getErrors())
            if (message instanceof SyntaxErrorMessage m) {
                SyntaxException e = m.getCause();
                int line = Math.max(1, e.getStartLine());
                int column = Math.max(1, e.getStartColumn());
                return source.refuse(
                        new Span(line, column, line, column), firstLine(e.getOriginalMessage()), hint(source, line));
            }
        return source.refuse(Span.START, "the text cannot be parsed");
    }

    private static String firstLine(@Nullable String message) {
        if (message == null || message.isBlank()) return "the text cannot be parsed here";
        String line = message.lines().findFirst().orElse(message);
        return "cannot be parsed: " + line;
    }

    private static @Nullable String hint(SourceText source, int line) {
        if (line < 1 || line > source.lines().size()) return null;
        String text = source.lines().get(line - 1).strip();
        if (text.startsWith(",")) return "put the `,` at the end of the line before";
        return null;
    }

    private static List<Syntax> statements(SourceText source) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        CompilationUnit unit = new CompilationUnit(configuration);
        unit.addSource(source.file(), source.parsed());
        unit.compile(Phases.CONVERSION);
        ModuleNode module = unit.getAST().getModules().get(0);
        return new GroovyTree(source).statements(module);
    }
}
