"""The one module that speaks through opa-python-client.

Importing it loads the client (0.3 s): import it late, while OPA starts. The client's own traps are
closed here: its time-out, its retries of failing policies, the environment (.netrc, proxies),
redirects, the rewriting of policies, and errors without OPA's own words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import requests
from opa_client import OpaClient
from opa_client import errors as opa_errors
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from rscheck.engine.interface import Timeouts
from rscheck.engine.program import Complaint
from rscheck.errors import OperatorError, PolicyError, RscheckError

T = TypeVar("T")
#: Built-in errors would otherwise make an expression silently undefined.
_STRICT = {"strict-builtin-errors": "true"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens, and how to be let in; `verify` is a CA file or True."""

    host: str
    port: int
    tls: bool = False
    token: str | None = None
    verify: str | bool = True
    retries: int = 3

    def __str__(self) -> str:
        return f"{'https' if self.tls else 'http'}://{self.host}:{self.port}"


def _session(address: Address) -> requests.Session:
    # Only failures to reach the server are tried again: a 500 is an error of a policy.
    session = requests.Session()
    policy = Retry(
        total=address.retries, connect=address.retries, read=False, redirect=0, other=0,
        status=address.retries, status_forcelist=(429, 502, 503, 504), allowed_methods=None,
        backoff_factor=0.2, backoff_max=5, raise_on_status=False,
    )  # fmt: skip
    session.mount("http://", HTTPAdapter(max_retries=policy))
    session.mount("https://", HTTPAdapter(max_retries=policy))
    session.trust_env = False
    session.max_redirects = 0
    session.verify = address.verify
    if address.token:
        session.headers["Authorization"] = f"Bearer {address.token}"
    return session


class Client:
    """A server's answers, with every failure turned into one of ours."""

    def __init__(self, address: Address, timeouts: Timeouts) -> None:
        self.address = address
        self._client = OpaClient(host=address.host, port=address.port, ssl=address.tls)
        self._client.close_connection()
        self._client._session = _session(address)
        self._client.timeout = (timeouts.connect, timeouts.read)
        self._timeouts = timeouts

    def close(self) -> None:
        """Close the connections."""
        self._client.close_connection()

    def healthy(self) -> bool:
        """Whether the server says that it is well."""
        return bool(self._client.check_health())

    def query(self, path: str, input: dict[str, Any]) -> Any:
        """The value at a path such as `rscheck/report`; undefined is an error, never empty."""
        answer = self._ask(lambda: self._client.query_rule(input, path, query_params=_STRICT))
        if not isinstance(answer, dict):
            raise self._nonsense("an answer that is not an object")
        if "result" not in answer:
            hint = "the server does not hold the pack, or the policy is incomplete"
            raise PolicyError("E630", f"data.{path.replace('/', '.')} is undefined", hint)
        return answer["result"]

    def version(self) -> str:
        """The version of OPA that the server runs."""
        query = "runtime := opa.runtime(); version := runtime.version"
        answer = self._ask(lambda: self._client.ad_hoc_query(query))
        try:
            return str(answer["result"][0]["version"])
        except (TypeError, KeyError, IndexError) as error:
            raise self._nonsense("no version of OPA") from error

    def data(self, path: str) -> Any:
        """A data document; None where there is none."""
        try:
            answer = self._ask(lambda: self._client.get_data(path))
        except _NothingError:
            return None
        if not isinstance(answer, dict):
            raise self._nonsense("an answer that is not an object")
        return answer.get("result")

    def put_policy(self, name: str, text: str) -> None:
        """Put a policy as it is: never rewritten."""
        self._ask(lambda: self._client.update_policy_from_string(text, name, rego_compat=False))

    def put_data(self, path: str, value: dict[str, Any]) -> None:
        """Put a data document."""
        self._ask(lambda: self._client.update_or_create_data(value, path))

    def drop_policy(self, name: str) -> None:
        """Take a policy away."""
        self._ask(lambda: self._client.delete_policy(name))

    def drop_data(self, path: str) -> None:
        """Take a data document away."""
        self._ask(lambda: self._client.delete_data(path))

    def _ask(self, question: Callable[[], T]) -> T:
        try:
            return question()
        except requests.HTTPError as error:
            raise self._refused(error.response) from error
        except (requests.exceptions.JSONDecodeError, AttributeError, KeyError) as error:
            raise self._nonsense("an answer that is not what OPA answers") from error
        except requests.exceptions.InvalidJSONError as error:
            raise OperatorError("E619", f"the input cannot be sent: {error}") from error
        except requests.Timeout as error:
            message = f"OPA at {self.address} gave no answer within {self._timeouts.read:g} s"
            hint = "a policy that runs too long, or a machine that is overloaded"
            raise OperatorError("E612", message, hint) from error
        except requests.exceptions.SSLError as error:
            hint = "name the CA that signed its certificate"
            raise OperatorError("E613", f"{self.address} is not trusted: {error}", hint) from error
        except requests.RequestException as error:
            message = f"OPA at {self.address} does not answer: {_cause(error)}"
            raise OperatorError(
                "E611", message, "see whether it runs and was not killed"
            ) from error
        except opa_errors.PolicyNotFoundError as error:
            raise self._by_code(error) or _NothingError() from error
        except (opa_errors.RegoParseError, opa_errors.DeletePolicyError,
                opa_errors.DeleteDataError) as error:  # fmt: skip
            raise self._by_code(error) or _of_policy(str(error), error) from error

    def _by_code(self, error: Exception) -> RscheckError | None:
        # The client keeps OPA's code where it drops the HTTP status.
        if getattr(error, "expression", None) == "unauthorized":
            return self._locked_out()
        return None

    def _refused(self, response: requests.Response) -> RscheckError:
        if response.status_code in (401, 403):
            return self._locked_out()
        try:
            body = response.json()
            found = [_complaint(item) for item in body.get("errors") or [body]]
            body["code"]
        except (ValueError, AttributeError, TypeError, KeyError):
            return self._nonsense(f"HTTP {response.status_code} without a word of OPA's")
        text = "\n".join(map(str, found))
        if response.status_code in (429, 502, 503, 504):
            return OperatorError("E611", f"OPA at {self.address} is not ready: {text}")
        return PolicyError("E631", text, "mend the policy that is named")

    def _locked_out(self) -> OperatorError:
        message = f"OPA at {self.address} refuses the token"
        return OperatorError("E614", message, "give the token that this server expects")

    def _nonsense(self, what: str) -> OperatorError:
        message = f"what listens at {self.address} gave {what}"
        return OperatorError("E615", message, "see whether it is an OPA")


class _NothingError(Exception):
    """No such document."""


def _complaint(item: dict[str, Any]) -> Complaint:
    at = item.get("location") or {}
    code = str(item.get("code") or "unknown")
    return Complaint(code, str(item.get("message", "")), str(at.get("file", "")),
                     int(at.get("row", 0)))  # fmt: skip


def _of_policy(text: str, error: Exception) -> PolicyError:
    errors = getattr(error, "errors", None) or []
    found = [str(_complaint(item)) for item in errors if isinstance(item, dict)]
    return PolicyError("E631", "\n".join(found) or text, "mend the policy that is named")


def _cause(error: BaseException) -> str:
    deepest: BaseException = error
    while deepest.__cause__ or deepest.__context__:
        deepest = deepest.__cause__ or deepest.__context__ or deepest
    return str(deepest) or type(deepest).__name__
