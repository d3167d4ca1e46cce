package io.github.assaymark.collect;

/**
 * An answer that could not be had. {@link ExportWriter#entry} writes it into the manifest. Its message is one line, and
 * holds no credential and nothing of the answer.
 */
public final class CollectFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. Only {@link #ABSENT} says something about the system that was asked. */
    public enum Code {
        /** The system said, in a form that can mean nothing else, that there is no such thing. */
        ABSENT,
        /** Access was denied, or the system does not tell denied and absent apart. */
        DENIED,
        /** The system asks to wait for longer than is waited. */
        RATE_LIMITED,
        /** No answer in time. */
        TIMEOUT,
        /** Nobody can be reached there. */
        UNREACHABLE,
        /** The system failed, or said something that is not known here. */
        FAILED,
        /** The answer is larger than what is read. */
        TOO_LARGE,
        /** The answer is not in the format of its kind. */
        UNREADABLE,
        /** What was asked for is not asked here: another host, an address that is not allowed. */
        REFUSED
    }

    private final Code code;
    private final int httpStatus;

    /** A failure without an answer of HTTP. */
    public CollectFailure(Code code, String message) {
        this(code, 0, message);
    }

    /** A failure with the status of HTTP that said so; 0 for none. */
    public CollectFailure(Code code, int httpStatus, String message) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** Why there is no answer. */
    public Code code() {
        return code;
    }

    /** The status of HTTP; 0 when there is none. */
    public int httpStatus() {
        return httpStatus;
    }
}
