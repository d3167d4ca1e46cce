package io.github.assaymark.facts.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the packages whose clients call another system over the network: packages known for it; packages with the word
 * {@code sdk} in their name ({@code @platform/sdk-billing}, {@code acme-sdk}); and those with the word {@code client},
 * but for clients of databases, user interfaces and metrics. Methods that are known to stay in the process, such as
 * {@code webhooks.constructEvent}, do not count, nor do functions that only make or configure something.
 */
final class Sdks {
    private static final Set<String> KNOWN = Set.of(
            "stripe",
            "twilio",
            "openai",
            "resend",
            "postmark",
            "mailgun.js",
            "nodemailer",
            "googleapis",
            "google-auth-library",
            "firebase-admin",
            "algoliasearch",
            "braintree",
            "square",
            "plaid",
            "octokit",
            "@octokit/rest",
            "@octokit/core",
            "@octokit/graphql",
            "@octokit/app",
            "@slack/web-api",
            "@slack/webhook",
            "@slack/bolt",
            "intercom-client",
            "posthog-node",
            "messagebird",
            "@vonage/server-sdk",
            "@mailchimp/mailchimp_marketing",
            "@mailchimp/mailchimp_transactional",
            "telnyx",
            "plivo",
            "dropbox",
            "contentful",
            "contentful-management",
            "@anthropic-ai/sdk",
            "@notionhq/client",
            "@linear/sdk",
            "@hubspot/api-client",
            "@clerk/backend",
            "auth0",
            "@workos-inc/node",
            "@paypal/checkout-server-sdk",
            "@mollie/api-client",
            "@adyen/api-library",
            "@segment/analytics-node",
            "@zendesk/node-api",
            "node-zendesk",
            "jsforce",
            "launchdarkly-node-server-sdk",
            "@launchdarkly/node-server-sdk",
            "@upstash/qstash",
            "@trigger.dev/sdk",
            "inngest",
            "web-push",
            "apn",
            "replicate",
            "cohere-ai",
            "@mistralai/mistralai",
            "@google/generative-ai",
            "@pinecone-database/pinecone",
            "graphql-request",
            "@trpc/client",
            "@elastic/elasticsearch",
            "@opensearch-project/opensearch",
            "shippo",
            "easypost",
            "@easypost/api",
            "@shopify/shopify-api",
            "chargebee",
            "chargebee-typescript",
            "recurly",
            "unleash-client",
            "@cloudflare/workers-sdk",
            "cloudflare",
            "loops",
            "@unkey/api",
            "dub",
            "@polar-sh/sdk");

    private static final List<String> FAMILIES = List.of(
            "@aws-sdk/",
            "@aws-sdk-v3/",
            "@sendgrid/",
            "@google-cloud/",
            "@azure/",
            "@octokit/plugin-",
            "@slack/",
            "@vonage/",
            "@googlemaps/",
            "@novu/");

    private static final Set<String> NOT = Set.of(
            "@prisma/client",
            "@libsql/client",
            "@libsql/client/web",
            "prom-client",
            "@apollo/client",
            "client-only",
            "@clickhouse/client",
            "@clickhouse/client-web",
            "@temporalio/client",
            "react-dom/client",
            "vite/client",
            "@vitejs/client",
            "engine.io-client",
            "socket.io-client",
            "@tanstack/query-sync-storage-persister",
            "@aws-sdk/types",
            "@aws-sdk/util-dynamodb",
            "@aws-sdk/s3-request-presigner",
            "@azure/core-auth",
            "@azure/identity",
            "@modelcontextprotocol/sdk",
            "sst",
            "@hono/client");

    private static final List<String> NOT_FAMILIES =
            List.of("@opentelemetry/", "@ai-sdk/", "@sentry/", "@tanstack/", "@types/", "next-", "react-", "@react-");

    private static final Set<String> LOCAL = Set.of(
            "constructEvent",
            "constructEventAsync",
            "generateTestHeaderString",
            "setApiKey",
            "setClient",
            "setSubuser",
            "setTwilioEmailAuth",
            "destroy",
            "close",
            "end",
            "on",
            "once",
            "off",
            "use",
            "config",
            "configure",
            "child",
            "defaults",
            "extend",
            "create$",
            "addEventListener",
            "removeListener",
            "validateRequest",
            "verifySignature",
            "verifyHeader",
            "unref",
            "toString",
            "toJSON",
            "flush$",
            "setMaxListeners",
            "setHeader",
            "setHeaders",
            "setGlobalOptions",
            "setConfig",
            "collection",
            "doc",
            "bucket",
            "file",
            "database",
            "ref");

    private static final Pattern MAKES = Pattern.compile(
            "^(create|make|new|build|configure|init|define|set|is|has|parse|to|from|with|use|verify|format)([A-Z].*)?$");

    private Sdks() {}

    /** Whether clients of a package call another system. */
    static boolean sdk(String specifier) {
        String from = Specifiers.packageOf(specifier);
        if (from == null || NOT.contains(specifier) || NOT.contains(from)) return false;
        for (String family : NOT_FAMILIES) if (specifier.startsWith(family)) return false;
        if (KNOWN.contains(specifier) || known(specifier)) return true;
        for (String family : FAMILIES) if (specifier.startsWith(family)) return true;
        return named(specifier, "sdk") || named(specifier, "client");
    }

    private static boolean known(String specifier) {
        String from = Specifiers.packageOf(specifier);
        return from != null && !from.equals(specifier) && KNOWN.contains(from);
    }

    /** Whether every function of a package calls another system, not only what it constructs. */
    static boolean functions(String specifier) {
        return sdk(specifier) && named(specifier, "sdk");
    }

    /** Whether a word stands in the name of a package. */
    private static boolean named(String specifier, String word) {
        String from = Specifiers.packageOf(specifier);
        if (from == null || from.indexOf(':') >= 0) return false;
        for (String family : NOT_FAMILIES) if (specifier.startsWith(family)) return false;
        // The scope names who publishes a package, not what it does.
        String name = from.startsWith("@") ? from.substring(from.indexOf('/') + 1) : from;
        for (String part : name.toLowerCase(Locale.ROOT).split("[-_.]", -1)) if (part.equals(word)) return true;
        return false;
    }

    /** Whether a method of a client stays in the process. */
    static boolean local(String method) {
        // Clients of Google Cloud build names of resources: client.queuePath(project, region, queue).
        return LOCAL.contains(method) || method.endsWith("Path");
    }

    /** Whether a function makes or configures something rather than call. */
    static boolean makes(String function) {
        return MAKES.matcher(function).matches();
    }
}
