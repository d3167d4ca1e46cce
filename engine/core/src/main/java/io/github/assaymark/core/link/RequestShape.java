package io.github.assaymark.core.link;

import java.util.List;

/**
 * Tells whether a route answers a request, both written {@code METHOD path}. A part of the route's path in braces
 * stands for any one part of the request; a part of the request that is not known, {@code {}}, is no constant part.
 */
final class RequestShape {
    private RequestShape() {}

    static boolean anyAnswers(List<?> requests, String route) {
        for (Object request : requests) if (answers((String) request, route)) return true;
        return false;
    }

    static boolean answers(String request, String route) {
        int asked = request.indexOf(' ');
        int offered = route.indexOf(' ');
        if (asked < 1 || offered < 1) return false;
        String method = request.substring(0, asked);
        String served = route.substring(0, offered);
        if (method.equals("{}") || !(served.equals("ALL") || served.equals(method))) return false;
        String[] parts = request.substring(asked + 1).split("/", -1);
        String[] shape = route.substring(offered + 1).split("/", -1);
        if (parts.length != shape.length) return false;
        for (int i = 0; i < shape.length; i++) {
            boolean open = shape[i].length() > 2 && shape[i].startsWith("{") && shape[i].endsWith("}");
            if (open ? parts[i].isEmpty() : !shape[i].equals(parts[i])) return false;
        }
        return true;
    }
}
