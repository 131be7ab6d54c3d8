/** One request to an API of the live Vendure. */

function asker(base) {
  let token = '';
  return async function ask(query, variables = {}) {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(base, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    token = response.headers.get('vendure-auth-token') ?? token;
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${errors[0].message} in ${query.slice(0, 200)}`);
    for (const [name, one] of Object.entries(data)) {
      if (one?.errorCode) throw new Error(`${name}: ${one.message}`);
    }
    return data;
  };
}

module.exports = { asker };
