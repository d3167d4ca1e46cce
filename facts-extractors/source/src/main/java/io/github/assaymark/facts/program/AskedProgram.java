package io.github.assaymark.facts.program;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program as one extractor asks it: knows what of it the extractor's facts depend on. Used by one thread. */
final class AskedProgram implements Program {
    private final OwnerProgram program;
    private boolean tests;

    AskedProgram(OwnerProgram program) {
        this.program = program;
        program.tracing().forget();
    }

    /** Whether the tests were asked for. */
    boolean askedForTests() {
        return tests;
    }

    /** Files of what was asked for that could not be read. */
    List<Coverage.Gap> unread() {
        program.all(FileKind.PRODUCTION);
        List<Coverage.Gap> gaps = new ArrayList<>(program.unread(FileKind.PRODUCTION));
        if (tests) program.all(FileKind.TEST);
        if (tests) gaps.addAll(program.unread(FileKind.TEST));
        Set<String> known = new HashSet<>();
        gaps.forEach(gap -> known.add(gap.path()));
        List<Dependency> dependencies = program.tracing().take();
        for (Dependency one : dependencies) {
            if (!(one instanceof Dependency.Content content) || content.module() != null) continue;
            unread(content.path(), known, gaps);
        }
        for (String path : Answers.missing(dependencies)) unread(path, known, gaps);
        return gaps;
    }

    private void unread(String path, Set<String> known, List<Coverage.Gap> gaps) {
        Coverage.Gap gap = program.unread(path);
        if (gap != null && known.add(gap.path())) gaps.add(gap);
    }

    List<Module> all(FileKind kind) {
        return program.all(kind);
    }

    Tracing tracing() {
        return program.tracing();
    }

    void recover() {
        program.recover();
    }

    OwnerMemory memory() {
        return program.memory();
    }

    boolean holds(List<Dependency> dependencies) {
        return program.holds(dependencies);
    }

    @Override
    public String owner() {
        return program.owner();
    }

    @Override
    public @Nullable String sha() {
        return program.sha();
    }

    @Override
    public List<Module> modules() {
        return program.modules();
    }

    @Override
    public List<Module> tests() {
        tests = true;
        return program.tests();
    }

    @Override
    public List<String> paths(FileKind kind) {
        return program.paths(kind);
    }

    @Override
    public @Nullable Program base() {
        return program.base();
    }

    @Override
    public @Nullable Module module(String path) {
        return program.module(path);
    }

    @Override
    public List<Located> callSites(Located function) {
        return program.callSites(function);
    }

    @Override
    public @Nullable Module imported(Module from, String specifier) {
        return program.imported(from, specifier);
    }

    @Override
    public <K, T> T answer(Question<K, T> question, K key) {
        return program.answer(question, key);
    }

    @Override
    public String ownerOf(String path) {
        return program.ownerOf(path);
    }

    @Override
    public @Nullable String text(String path) {
        return program.text(path);
    }

    @Override
    public Resolver resolver() {
        return program.resolver();
    }
}
