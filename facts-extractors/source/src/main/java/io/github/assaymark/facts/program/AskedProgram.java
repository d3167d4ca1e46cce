package io.github.assaymark.facts.program;

import io.github.assaymark.model.Coverage;
import io.github.assaymark.model.fact.FileKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program as one extractor asks it: knows what of it the extractor's facts depend on. Used by one thread. */
final class AskedProgram implements Program {
    private final OwnerProgram program;
    private final Set<String> missed = new LinkedHashSet<>();
    private boolean tests;

    AskedProgram(OwnerProgram program) {
        this.program = program;
        program.tracing().forget();
    }

    /** Whether the tests were asked for. */
    boolean askedForTests() {
        return tests;
    }

    /** How well what was asked for could be read. */
    List<OwnerProgram.Read> read() {
        List<OwnerProgram.Read> all = new ArrayList<>(List.of(program.read(FileKind.PRODUCTION)));
        if (tests) all.add(program.read(FileKind.TEST));
        return all;
    }

    /** Files of what was asked for that could not be read, or not whole; and such that something depends on. */
    List<Coverage.Gap> unread(List<OwnerProgram.Read> read) {
        List<Coverage.Gap> gaps = new ArrayList<>();
        read.forEach(one -> gaps.addAll(one.gaps()));
        Set<String> known = new HashSet<>();
        gaps.forEach(gap -> known.add(gap.path()));
        for (String path : Answers.missing(program.tracing().take())) unread(path, known, gaps);
        for (String path : missed) unread(path, known, gaps);
        return gaps;
    }

    /** Something was derived from modules that are not there or cannot be read. */
    void missed(List<String> paths) {
        missed.addAll(paths);
    }

    private void unread(String path, Set<String> known, List<Coverage.Gap> gaps) {
        Coverage.Gap gap = program.unread(path);
        if (gap != null && known.add(gap.path())) gaps.add(gap);
    }

    Tracing tracing() {
        return program.tracing();
    }

    void recover() {
        program.recover();
    }

    /** The same in the middle of a derivation that goes on: only what was begun within it is given up. */
    void back(int depth) {
        program.tracing().back(depth);
        program.forget();
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
