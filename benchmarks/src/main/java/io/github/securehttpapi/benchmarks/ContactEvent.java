package io.github.securehttpapi.benchmarks;

/** The event of a contact form that was sent from a browser, with all that API Gateway puts into one. */
final class ContactEvent {
    static final String JSON = """
            {"version":"2.0","routeKey":"POST /contacts","rawPath":"/contacts","rawQueryString":"",
             "cookies":["consent=yes"],
             "headers":{"accept":"*/*","accept-encoding":"gzip, deflate, br","accept-language":"en-GB,en;q=0.9",
              "content-length":"56","content-type":"application/json","host":"abcdef1234.execute-api.eu-west-1.amazonaws.com",
              "origin":"https://app.example.com","referer":"https://app.example.com/contact",
              "sec-fetch-dest":"empty","sec-fetch-mode":"cors","sec-fetch-site":"cross-site",
              "user-agent":"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
              "x-amzn-trace-id":"Root=1-67fd8a24-5f8e1b2a3c4d5e6f70819203",
              "x-forwarded-for":"192.0.2.1","x-forwarded-port":"443","x-forwarded-proto":"https"},
             "requestContext":{"accountId":"123456789012","apiId":"abcdef1234",
              "domainName":"abcdef1234.execute-api.eu-west-1.amazonaws.com","domainPrefix":"abcdef1234",
              "http":{"method":"POST","path":"/contacts","protocol":"HTTP/1.1","sourceIp":"192.0.2.1",
               "userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"},
              "requestId":"JCJJxhz4PHcEJgQ=","routeKey":"POST /contacts","stage":"$default",
              "time":"14/Apr/2025:22:13:56 +0000","timeEpoch":1744668836000},
             "body":"{\\"name\\":\\"Ada Lovelace\\",\\"email\\":\\"ada@example.com\\"}","isBase64Encoded":false}""";

    /** What the contact functions answer it with, but for the order of the members and for headers. */
    static final String ANSWERED = "ada@example.com";

    private ContactEvent() {}
}
