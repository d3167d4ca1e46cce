package io.github.assaymark.model.extract;

import io.github.assaymark.model.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an extractor may see of a scan. Safe for use by many threads. */
public interface ScanContext {
    /**
     * The judged revision. It gives every file that is asked for by its path, but lists those of {@link #owners} only.
     */
    RepositorySource source();

    /**
     * Every file of the judged revision, also where {@link #source} lists those of one owner only. Whoever lists them
     * is asked again whenever any file comes or goes.
     */
    default RepositorySource whole() {
        return source();
    }

    /** The revision it is compared with; null when there is none. */
    @Nullable
    RepositorySource base();

    /**
     * Folders of exported state: what systems said of themselves, in files. One below the root of the repository is
     * named by its path there, another as it was given; paths are relative to the folder. Empty when there is none.
     * They are read once, when a scan or the following of files begins.
     */
    default List<RepositorySource> exports() {
        return List.of();
    }

    /**
     * Whether a file of the repository lies in a folder of exported state: what it says was told by a system, so nobody
     * declared it.
     *
     * @param path of the file, from the root of the repository
     */
    default boolean isExported(String path) {
        return Stream.concat(exports().stream().map(RepositorySource::name), configured("state").stream())
                .map(folder -> folder.startsWith("./") ? folder.substring(2) : folder)
                .anyMatch(folder -> path.startsWith(folder.endsWith("/") ? folder : folder + "/"));
    }

    /** Directory of the service a path belongs to; empty when it belongs to none. */
    String ownerOf(String path);

    /**
     * The owners that are asked for, sorted: the directories of all services, and the empty text; or one of these, when
     * files are followed.
     */
    List<String> owners();

    /** Directories of templates that are copied to make services; sorted. */
    List<String> templates();

    /** The commit that is judged; null for a working tree without one. */
    @Nullable
    String sha();

    /** What a file may cost. */
    Limits limits();

    /** What was derived from the contents of files, shared by all extractors of a scan. */
    default ContentCache cache() {
        return ContentCache.NONE;
    }

    /**
     * What the extractors of a {@link FactExtractor#family} share while they are asked for one owner, made by whoever
     * asks first; an extractor without one shares with nobody. When files are followed, the next ones who are asked for
     * this owner, or the same extractor, get the same, so that what it holds must be compared with the files of their
     * own context, or brought up to date by {@link #edited}. Used by one thread at a time.
     */
    default <T> T shared(Class<T> kind, Supplier<T> make) {
        return make.get();
    }

    /**
     * Paths of the files whose content may be another one than when those who share something were asked before, while
     * all other files they asked for, in that time or earlier, are what they were, and none of these came, went or
     * changed its kind. Null when that is not known, or nobody was asked before.
     */
    default @Nullable Set<String> edited() {
        return null;
    }

    /**
     * The facts of a type that the configuration declares. The extractor that is asked for this type says them,
     * together with what it finds itself; nobody else does. Null when the configuration does not speak of them.
     */
    default <F extends Fact> @Nullable List<F> declared(Class<F> type) {
        return null;
    }

    /** Directories of the npm packages that lie in the repository, by the names they are imported with. */
    default Map<String, String> packages() {
        return Map.of();
    }

    /** Texts of a configured list, for example {@code attestations}; empty when it is not configured. */
    List<String> configured(String name);
}
