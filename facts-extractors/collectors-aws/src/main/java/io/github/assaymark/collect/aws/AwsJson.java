package io.github.assaymark.collect.aws;

import io.github.assaymark.facts.structured.JsonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Answers of the SDK in the words of the service, as {@code aws --output json} prints them. */
final class AwsJson {
    private AwsJson() {}

    /** The fields that are set, by the names of the service. */
    static Map<String, Object> of(SdkPojo answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (SdkField<?> field : answer.sdkFields()) {
            Object value = value(field.getValueOrDefault(answer));
            if (value != null) fields.put(field.locationName(), value);
        }
        return fields;
    }

    private static @Nullable Object value(@Nullable Object of) {
        if (of == null || of instanceof SdkBytes || isUnset(of)) return null;
        if (of instanceof SdkPojo pojo) return of(pojo);
        if (of instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : list) {
                Object value = value(item);
                if (value != null) items.add(value);
            }
            return items;
        }
        if (of instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((key, item) -> {
                Object value = value(item);
                if (value != null) fields.put(String.valueOf(key), value);
            });
            return fields;
        }
        if (of instanceof Double || of instanceof Float)
            return new JsonText.WrittenNumber(new BigDecimal(of.toString()).toPlainString());
        if (of instanceof Boolean || of instanceof Integer || of instanceof Long) return of;
        if (of instanceof Instant instant) return instant.toString();
        return of.toString();
    }

    /** A list or map that the service did not send is not an empty one. */
    private static boolean isUnset(Object of) {
        return of instanceof SdkAutoConstructList || of instanceof SdkAutoConstructMap;
    }
}
