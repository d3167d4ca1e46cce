package io.github.assaymark.facts.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads types with their members, those within them too. */
final class TypeReader {
    private final boolean test;
    private final List<JavaType> types;

    TypeReader(boolean test, List<JavaType> types) {
        this.test = test;
        this.types = types;
    }

    /** {@code outer} is the name of the type around it with a dot behind; {@code around} are the fields in reach. */
    void read(TypeDeclaration<?> declaration, String outer, List<JavaField> around) {
        String name = outer + declaration.getNameAsString();
        JavaType.Sort sort = sort(declaration);
        List<JavaField> fields = fields(declaration, sort);
        List<JavaField> inReach = new ArrayList<>(around);
        inReach.addAll(fields);
        Map<String, String> variables = new HashMap<>();
        for (JavaField field : inReach) variables.put(field.name(), field.type());
        lombokLogger(declaration, variables);
        List<JavaMethod> methods = new ArrayList<>();
        List<SecurityChain> chains = new ArrayList<>();
        List<JavaRouter> routers = new ArrayList<>();
        BodyReader initial = new BodyReader(new HashMap<>(variables), null, test);
        for (BodyDeclaration<?> member : declaration.getMembers()) {
            if (member instanceof CallableDeclaration<?> callable) {
                methods.add(method(callable, variables));
                if (callable instanceof MethodDeclaration method) {
                    SecurityChain chain = SecurityReader.chain(method);
                    if (chain != null) chains.add(chain);
                    JavaRouter router = RouterReader.router(method);
                    if (router != null) routers.add(router);
                }
            } else if (member instanceof CompactConstructorDeclaration compact) {
                BodyReader body = new BodyReader(new HashMap<>(variables), declaration.getNameAsString(), test);
                body.read(compact.getBody());
            } else if (member instanceof InitializerDeclaration || member instanceof FieldDeclaration) {
                initial.read(member);
            }
        }
        if (declaration instanceof EnumDeclaration constants)
            constants.getEntries().forEach(initial::read);
        methods.add(new JavaMethod(
                "",
                "",
                false,
                false,
                true,
                true,
                List.of(),
                List.of(),
                initial.calls(),
                initial.logs(),
                initial.texts(),
                initial.failures(),
                JavaTexts.span(declaration)));
        List<String> interfaces = names(implemented(declaration));
        types.add(new JavaType(
                name,
                sort,
                declaration.isPublic(),
                declaration instanceof ClassOrInterfaceDeclaration c && (c.isAbstract() || c.isInterface()),
                superclass(declaration),
                interfaces,
                written(declaration),
                JavaTexts.annotations(declaration.getAnnotations()),
                fields,
                List.copyOf(methods),
                List.copyOf(chains),
                List.copyOf(routers),
                JavaTexts.span(declaration)));
        for (BodyDeclaration<?> member : declaration.getMembers()) {
            if (member instanceof TypeDeclaration<?> inner) read(inner, name + ".", inReach);
        }
    }

    private static JavaType.Sort sort(TypeDeclaration<?> declaration) {
        if (declaration instanceof ClassOrInterfaceDeclaration c)
            return c.isInterface() ? JavaType.Sort.INTERFACE : JavaType.Sort.CLASS;
        if (declaration instanceof EnumDeclaration) return JavaType.Sort.ENUM;
        if (declaration instanceof RecordDeclaration) return JavaType.Sort.RECORD;
        return declaration instanceof AnnotationDeclaration ? JavaType.Sort.ANNOTATION : JavaType.Sort.CLASS;
    }

    private static @Nullable String superclass(TypeDeclaration<?> declaration) {
        if (declaration instanceof ClassOrInterfaceDeclaration c && !c.isInterface()) {
            for (ClassOrInterfaceType type : c.getExtendedTypes()) return type.getNameWithScope();
        }
        return null;
    }

    private static NodeList<ClassOrInterfaceType> implemented(TypeDeclaration<?> declaration) {
        if (declaration instanceof ClassOrInterfaceDeclaration c)
            return c.isInterface() ? c.getExtendedTypes() : c.getImplementedTypes();
        if (declaration instanceof EnumDeclaration e) return e.getImplementedTypes();
        if (declaration instanceof RecordDeclaration r) return r.getImplementedTypes();
        return new NodeList<>();
    }

    private static List<String> names(List<ClassOrInterfaceType> types) {
        return types.stream().map(ClassOrInterfaceType::getNameWithScope).toList();
    }

    private static List<String> written(TypeDeclaration<?> declaration) {
        List<ClassOrInterfaceType> types = new ArrayList<>(implemented(declaration));
        if (declaration instanceof ClassOrInterfaceDeclaration c && !c.isInterface())
            types.addAll(0, c.getExtendedTypes());
        return types.stream().map(ClassOrInterfaceType::asString).toList();
    }

    private static List<JavaField> fields(TypeDeclaration<?> declaration, JavaType.Sort sort) {
        List<JavaField> fields = new ArrayList<>();
        if (declaration instanceof RecordDeclaration components) {
            for (Parameter each : components.getParameters())
                fields.add(new JavaField(
                        each.getNameAsString(),
                        each.getTypeAsString(),
                        false,
                        true,
                        false,
                        false,
                        null,
                        JavaTexts.annotations(each.getAnnotations()),
                        JavaTexts.span(each)));
        }
        for (BodyDeclaration<?> member : declaration.getMembers()) {
            if (member instanceof AnnotationMemberDeclaration attribute) fields.add(attribute(attribute));
            if (!(member instanceof FieldDeclaration field)) continue;
            List<JavaAnnotation> annotations = JavaTexts.annotations(field.getAnnotations());
            boolean shared = sort == JavaType.Sort.INTERFACE || sort == JavaType.Sort.ANNOTATION;
            boolean isStatic = field.isStatic() || shared;
            boolean isFinal = field.isFinal() || shared;
            for (VariableDeclarator variable : field.getVariables()) {
                JavaValue constant = isFinal
                        ? variable.getInitializer().map(JavaTexts::value).orElse(null)
                        : null;
                fields.add(new JavaField(
                        variable.getNameAsString(),
                        variable.getTypeAsString(),
                        isStatic,
                        isFinal,
                        field.isTransient(),
                        variable.getInitializer().isPresent(),
                        constant,
                        annotations,
                        JavaTexts.span(field)));
            }
        }
        return List.copyOf(fields);
    }

    private static JavaField attribute(AnnotationMemberDeclaration attribute) {
        return new JavaField(
                attribute.getNameAsString(),
                attribute.getTypeAsString(),
                true,
                true,
                false,
                attribute.getDefaultValue().isPresent(),
                attribute.getDefaultValue().map(JavaTexts::value).orElse(null),
                JavaTexts.annotations(attribute.getAnnotations()),
                JavaTexts.span(attribute));
    }

    private JavaMethod method(CallableDeclaration<?> callable, Map<String, String> variables) {
        Map<String, String> known = new HashMap<>(variables);
        List<JavaMethod.Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : callable.getParameters()) {
            known.put(parameter.getNameAsString(), parameter.getTypeAsString());
            parameters.add(new JavaMethod.Parameter(
                    parameter.getNameAsString(),
                    parameter.getTypeAsString(),
                    JavaTexts.annotations(parameter.getAnnotations())));
        }
        BodyReader body = new BodyReader(known, callable.getNameAsString(), test);
        if (callable instanceof MethodDeclaration method) method.getBody().ifPresent(body::read);
        else callable.getChildNodes().forEach(body::readBlock);
        return new JavaMethod(
                callable.getNameAsString(),
                callable instanceof MethodDeclaration method ? method.getTypeAsString() : "",
                callable.isConstructorDeclaration(),
                callable.isPublic(),
                callable.isStatic(),
                !(callable instanceof MethodDeclaration method)
                        || method.getBody().isPresent(),
                parameters,
                JavaTexts.annotations(callable.getAnnotations()),
                body.calls(),
                body.logs(),
                body.texts(),
                body.failures(),
                JavaTexts.span(callable));
    }

    /** The field that Lombok adds for its annotations of loggers. */
    private static void lombokLogger(TypeDeclaration<?> declaration, Map<String, String> variables) {
        for (JavaAnnotation annotation : JavaTexts.annotations(declaration.getAnnotations())) {
            switch (annotation.name()) {
                case "Slf4j", "XSlf4j", "Log4j", "Log4j2", "Log", "CommonsLog", "JBossLog", "Flogger" ->
                    variables.putIfAbsent("log", "Logger");
                default -> {}
            }
        }
    }
}
