-- POST /contacts for wrk: the contact that every other benchmark sends.
wrk.method = "POST"
wrk.headers["content-type"] = "application/json"
wrk.body = '{"name":"Ada Lovelace","email":"ada@example.com"}'
