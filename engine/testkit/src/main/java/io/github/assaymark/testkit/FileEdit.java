package io.github.assaymark.testkit;

/** A change of one file of the good tree. */
public sealed interface FileEdit {
    /** Relative to the root of the tree, with {@code /} between parts; ends with one when it names a directory. */
    String path();

    /** The file gets this text, whether it was there or not. */
    record Write(String path, String text) implements FileEdit {}

    /** The file, or every file of a directory, is gone. */
    record Delete(String path) implements FileEdit {}

    /** A text of the file becomes another one; it must stand there exactly once. */
    record Replace(String path, String text, String by) implements FileEdit {}

    /** The text comes at the end of the file. */
    record Append(String path, String text) implements FileEdit {}

    /** The file is there, but cannot be read. */
    record Unreadable(String path, String reason) implements FileEdit {}
}
