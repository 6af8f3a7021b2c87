package com.example.members;

import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.JwtCaller;
import io.github.securehttpapi.handler.Request;
import io.github.securehttpapi.handler.Response;
import io.github.securehttpapi.handler.Router;
import java.util.List;

/** {@code GET /members} and {@code POST /members}, for users whose tokens have the scope. */
public final class MembersHandler extends HttpApiHandler {
    /** Yours to replace: a table. */
    private static final List<Member> MEMBERS = List.of(new Member("Ada", "ada@example.com"));

    private final Router router = Router.builder()
            .route("GET /members", MembersHandler::list)
            .route("POST /members", MembersHandler::add)
            .build();

    @Override
    protected Response handle(Request request) throws Exception {
        return router.handle(request);
    }

    private static Response list(Request request) {
        String reader = request.caller(JwtCaller.class).subject();
        return Response.ok(json -> json.put("reader", reader).putAll("members", MEMBERS, Member::write));
    }

    private static Response add(Request request) {
        String author = request.caller(JwtCaller.class).subject();
        Member member = request.json(Member.DECODER);
        // Yours to add: keep the member, and who added it.
        return Response.created(json -> json.put("author", author).put("member", member, Member::write));
    }
}
