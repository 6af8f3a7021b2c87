// The contact API's functions, as short as they get in JavaScript: they answer the same, and check less.
const answer = (event, statusCode, body) => ({
  statusCode,
  headers: { "content-type": "application/json", "x-request-id": event.requestContext.requestId },
  body: JSON.stringify(body),
});

exports.health = async (event) =>
  answer(event, 200, { ok: true, service: "contact-api", checkedAt: new Date().toISOString() });

exports.contact = async (event) => {
  const { name, email } = JSON.parse(event.body);
  return answer(event, 202, {
    message: "accepted",
    requestId: event.requestContext.requestId,
    received: { name, email },
  });
};
