package io.github.assaymark.facts.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, enum, record or annotation.
 *
 * @param name with the names of the types around it, dots between
 * @param superclass as declared, without type arguments
 * @param interfaces likewise; what an interface extends
 * @param written superclass and interfaces with their type arguments
 * @param fields also the attributes of an annotation, with their defaults as constants
 * @param chains what it says about the security of paths
 * @param routers methods that put routes together
 */
record JavaType(
        String name,
        Sort sort,
        boolean isPublic,
        boolean isAbstract,
        @Nullable String superclass,
        List<String> interfaces,
        List<String> written,
        List<JavaAnnotation> annotations,
        List<JavaField> fields,
        List<JavaMethod> methods,
        List<SecurityChain> chains,
        List<JavaRouter> routers,
        JavaSpan span) {

    /** What kind of type it is. */
    enum Sort {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Nullable
    JavaField field(String field) {
        for (JavaField each : fields) if (each.name().equals(field)) return each;
        return null;
    }
}
