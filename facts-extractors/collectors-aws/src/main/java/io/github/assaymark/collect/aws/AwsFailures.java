package io.github.assaymark.collect.aws;

import io.github.assaymark.collect.CollectFailure;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an exception of the SDK says about an answer. Its message is not told: it may hold parts of requests. */
final class AwsFailures {
    private static final List<String> DENIED = List.of(
            "denied",
            "unauthorized",
            "notauthorized",
            "forbidden",
            "authfailure",
            "expiredtoken",
            "invalidclienttoken",
            "unrecognizedclient",
            "signature",
            "optinrequired",
            "invalidaccesskey",
            "missingauthentication");

    private AwsFailures() {}

    /** The failure of an action such as {@code sqs:ListQueues}. */
    static CollectFailure of(String action, SdkException e) {
        if (e instanceof AwsServiceException service) {
            int status = service.statusCode();
            String code = service.awsErrorDetails() == null
                            || service.awsErrorDetails().errorCode() == null
                    ? "no code"
                    : service.awsErrorDetails().errorCode();
            String lower = code.toLowerCase(Locale.ROOT);
            boolean denied = status == 401 || status == 403 || DENIED.stream().anyMatch(lower::contains);
            boolean limited = status == 429 || service.isThrottlingException();
            String told = action + ": " + code + (status == 0 ? "" : " (HTTP " + status + ")");
            if (limited) return new CollectFailure(CollectFailure.Code.RATE_LIMITED, status, told);
            return new CollectFailure(denied ? CollectFailure.Code.DENIED : CollectFailure.Code.FAILED, status, told);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiCallTimeoutException
                    || cause instanceof ApiCallAttemptTimeoutException
                    || cause instanceof SocketTimeoutException)
                return new CollectFailure(CollectFailure.Code.TIMEOUT, action + ": no answer in time");
            if (cause instanceof java.net.UnknownHostException || cause instanceof java.net.ConnectException)
                return new CollectFailure(CollectFailure.Code.UNREACHABLE, action + ": nobody can be reached there");
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("credentials"))
            return new CollectFailure(CollectFailure.Code.DENIED, action + ": there are no credentials to ask with");
        return new CollectFailure(
                CollectFailure.Code.FAILED, action + ": " + e.getClass().getSimpleName());
    }
}
