package io.github.assaymark.dsl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.assaymark.dsl.ChecklistCompiler;
import io.github.assaymark.dsl.PrecompilePacks;
import io.github.assaymark.model.catalogue.FactCatalogue;
import io.github.assaymark.model.rule.Pack;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledPackTest {
    private static final String KEY = EngineKey.of(FactCatalogue.standard());

    @TempDir
    private Path directory;

    @Test
    void packs_come_back_from_bytes_as_they_were() throws Exception {
        Pack hard = ChecklistCompiler.with(HardFacts.catalogue())
                .compile("hard-items.groovy", Resources.text("hard-items.groovy"));
        assertThat(IrReader.pack(IrWriter.bytes(hard))).isEqualTo(hard);
        Pack constants = ChecklistCompiler.with(HardFacts.catalogue()).compile("c.groovy", """
                        checklist('a/b') { title 'T'; judges Service; params { late default: 3.days; list default: ['b', 'a'] }
                          section('s', 'S') { item('i') { title 'I'; effectiveFrom '2026-03-01'; formerly 'a.b.c'
                            some Deployment where { deployment.finishedAt >= '2026-01-01' && now - deployment.finishedAt < param.late
                              && deployment.succeeded == true && (deployment.stage in param.list) } } } }
                        """);
        assertThat(IrReader.pack(IrWriter.bytes(constants))).isEqualTo(constants);
    }

    @Test
    void damaged_bytes_are_never_a_pack_and_never_an_accident() {
        byte[] good = CompiledPack.bytes(pack("Documents"), new Reading(new MapTexts(Map.of(), loader())), KEY);
        PackTexts none = new MapTexts(Map.of(), loader());
        assertThat(CompiledPack.read(good, none, KEY)).isNotNull();
        assertThat(CompiledPack.read(good, none, KEY + "x")).isNull();
        assertThat(CompiledPack.read(new byte[0], none, KEY)).isNull();
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(CompiledPack.read(bad, none, KEY)).isNull();
            assertThat(CompiledPack.read(Arrays.copyOf(good, random.nextInt(good.length)), none, KEY))
                    .isNull();
        }
    }

    @Test
    void rules_with_a_right_checksum_but_wrong_content_are_refused_in_bounded_memory() {
        byte[] good = IrWriter.bytes(pack("Documents"));
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            for (int n = 0; n < 3; n++) bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            try {
                assertThat(IrReader.pack(bad)).isNotNull();
            } catch (IrReader.Malformed e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void a_second_load_uses_the_cache_and_a_changed_text_does_not() throws Exception {
        Path packs = directory.resolve("pack");
        write(packs, "Documents");
        PackCache cache = new PackCache(directory.resolve("cache"));
        AssayPackLoader loader = new AssayPackLoader(FactCatalogue.standard(), loader(), cache);
        Pack first = loader.load(packs);
        Path file = onlyFile(directory.resolve("cache/packs"));
        assertThat(loader.load(packs)).isEqualTo(first);

        Pack other = pack("Planted");
        Reading reading = new Reading(new DirectoryTexts(packs, loader()));
        for (String name : List.of("pack.groovy", "b/checklist.groovy")) reading.read(name);
        Files.write(file, CompiledPack.bytes(other, reading, EngineKey.ofThisBuild(FactCatalogue.standard())));
        assertThat(loader.load(packs).checklists().get(0).sections().get(0).title())
                .as("what the cache holds for these texts is used")
                .isEqualTo("Planted");

        write(packs, "Changed");
        assertThat(loader.load(packs).checklists().get(0).sections().get(0).title())
                .isEqualTo("Changed");
    }

    @Test
    void a_check_that_appears_later_is_noticed() throws Exception {
        Path packs = directory.resolve("pack");
        Files.createDirectories(packs);
        Files.writeString(
                packs.resolve("one.groovy"),
                "checklist('a/b') { title 'T'; judges Service; section('s', 'S') { item('i') { title 'I'; use 'has-document', name: 'x' } } }");
        AssayPackLoader loader =
                new AssayPackLoader(FactCatalogue.standard(), loader(), new PackCache(directory.resolve("cache")));
        String before = IrText.of(loader.load(packs.resolve("one.groovy")));
        Files.createDirectories(packs.resolve("checks"));
        Files.writeString(
                packs.resolve("checks/has-document.groovy"),
                "check('has-document') { takes { name text }; no Document where { document.name == arg.name } }");
        assertThat(IrText.of(loader.load(packs.resolve("one.groovy"))))
                .isNotEqualTo(before)
                .contains("no document:Document");
    }

    @Test
    void a_broken_cache_file_is_compiled_over_without_a_word() throws Exception {
        Path packs = directory.resolve("pack");
        write(packs, "Documents");
        AssayPackLoader loader =
                new AssayPackLoader(FactCatalogue.standard(), loader(), new PackCache(directory.resolve("cache")));
        Pack first = loader.load(packs);
        Path file = onlyFile(directory.resolve("cache/packs"));
        byte[] good = Files.readAllBytes(file);
        Files.writeString(file, "garbage");
        assertThat(loader.load(packs)).isEqualTo(first);
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }

    @Test
    void a_cache_that_cannot_be_written_is_no_problem() throws Exception {
        Path packs = directory.resolve("pack");
        write(packs, "Documents");
        Files.writeString(directory.resolve("file"), "no directory");
        PackCache cache = new PackCache(directory.resolve("file"));
        assertThat(new AssayPackLoader(FactCatalogue.standard(), loader(), cache)
                        .load(packs)
                        .items())
                .hasSize(1);
    }

    @Test
    void the_cache_directory_follows_the_environment() {
        assertThat(PackCache.of(Map.of("ASSAY_CACHE", "/c"), "/home/u").directory())
                .isEqualTo(Path.of("/c"));
        assertThat(PackCache.of(Map.of("ASSAY_CACHE", ""), "/home/u").directory())
                .isNull();
        assertThat(PackCache.of(Map.of("XDG_CACHE_HOME", "/x"), "/home/u").directory())
                .isEqualTo(Path.of("/x/assay"));
        assertThat(PackCache.of(Map.of("XDG_CACHE_HOME", "x"), "/home/u").directory())
                .isEqualTo(Path.of("/home/u/.cache/assay"));
        assertThat(PackCache.of(Map.of(), null).directory()).isNull();
    }

    @Test
    void cached_and_precompiled_packs_load_without_groovy_on_the_class_path() throws Exception {
        Path packs = directory.resolve("pack");
        write(packs, "Documents");
        PackCache cache = new PackCache(directory.resolve("cache"));
        Pack expected = new AssayPackLoader(FactCatalogue.standard(), loader(), cache).load(packs);
        PrecompilePacks.main(new String[] {directory.resolve("jar").toString(), "sample"});
        assertThat(directory.resolve("jar/META-INF/assay/compiled/sample.ir")).isNotEmptyFile();
        try (URLClassLoader bare =
                new URLClassLoader(withoutGroovy(directory.resolve("jar")), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> bare.loadClass("org.codehaus.groovy.control.CompilationUnit"))
                    .isInstanceOf(ClassNotFoundException.class);
            Object result = bare.loadClass("io.github.assaymark.dsl.internal.WithoutGroovy")
                    .getMethod("load", Path.class, Path.class, ClassLoader.class)
                    .invoke(null, packs, directory.resolve("cache"), bare);
            assertThat(result).isEqualTo(expected + "\n" + Pack.load("sample"));
        }
    }

    private static URL[] withoutGroovy(Path first) throws Exception {
        List<URL> urls = new ArrayList<>();
        urls.add(first.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1))
            if (!entry.contains("groovy")) urls.add(Path.of(entry).toUri().toURL());
        return urls.toArray(URL[]::new);
    }

    private static Pack pack(String section) {
        return ChecklistCompiler.standard().compile("a.groovy", checklist(section));
    }

    private static void write(Path packs, String section) throws Exception {
        Files.createDirectories(packs.resolve("b"));
        Files.writeString(packs.resolve("pack.groovy"), "pack('a') { checklists 'b' }");
        Files.writeString(packs.resolve("b/checklist.groovy"), checklist(section));
    }

    private static String checklist(String section) {
        return "checklist('a/b') { title 'T'; judges Service; section('s', '" + section
                + "') { item('i') { title 'I'; some Document where { document.words >= 5 && (document.name in ['b', 'a']) } } } }";
    }

    private static Path onlyFile(Path in) throws Exception {
        try (Stream<Path> files = Files.list(in)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static ClassLoader loader() {
        return CompiledPackTest.class.getClassLoader();
    }
}
