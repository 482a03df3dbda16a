"""A client that knows of BRON nothing but the WSDL, made of zeep. The first line on stdin names the WSDL, the endpoint, the
certificates and the header; every next one is a call. Each is answered on stdout with a line of JSON."""

import datetime
import json
import sys

from lxml import etree
from requests import Session
from zeep import Client
from zeep.helpers import serialize_object
from zeep.plugins import HistoryPlugin
from zeep.transports import Transport


def plain(value):
    """The answer as JSON has it: texts, and nothing where nothing was filled in."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item not in (None, [])}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def reply(**line):
    print(json.dumps(line), flush=True)


options = json.loads(sys.stdin.readline())
session = Session()
session.trust_env = False
session.verify = options["ca"]
session.cert = options.get("certificate")
history = HistoryPlugin()
client = Client(options["wsdl"], transport=Transport(session=session), plugins=[history])
(service,) = client.wsdl.services.values()
((_, port),) = service.ports.items()
proxy = client.create_service(str(port.binding.name), options["endpoint"])
reply(operations=sorted(port.binding._operations))

for line in sys.stdin:
    call = json.loads(line)
    try:
        result = proxy[call["operation"]](**call["content"], _soapheaders=options["header"])
        reply(
            result=plain(serialize_object(result, dict)),
            request=etree.tostring(history.last_sent["envelope"], encoding="unicode"),
            answer=etree.tostring(history.last_received["envelope"], encoding="unicode"),
        )
    except Exception as error:
        reply(error=str(error))
