import { stuurgegevens } from '../../shared/pve/gegevensset/header.ts';
import { messages, operations, type MessageNumber } from '../../shared/pve/berichten/messages.ts';
import { schemaFileName } from '../../shared/pve/berichten/schema.ts';
import { SERVICE_ADDRESS, soapAction } from '../../shared/pve/berichten/soap.ts';
import { NAMESPACE } from '../../shared/pve/berichten/xml.ts';
import { file, tag } from './markup.mts';
import { NOTICE } from './xsd.mts';

const WSDL_NOTICE = `${NOTICE}
Assumed as well: the names of messages, port type, binding and operations, and the SOAPAction. The address is that of a mock
BRON on this computer: replace it by that of the service.`;

const literal = { use: 'literal' };
const messageName = (nr: MessageNumber) => `Bericht${nr}`;

const message = (nr: MessageNumber) =>
  tag('wsdl:message', { name: messageName(nr) }, [
    tag('wsdl:part', { name: 'bericht', element: `tns:${messages[nr].xsd}` }),
  ]);

const headerMessage = tag(
  'wsdl:message',
  { name: stuurgegevens.xsd },
  stuurgegevens.elements.map(({ xsd }) => tag('wsdl:part', { name: xsd, element: `tns:${xsd}` })),
);

const portType = tag(
  'wsdl:portType',
  { name: 'BpokPortType' },
  operations.map(({ name, request, answer }) =>
    tag('wsdl:operation', { name }, [
      tag(
        'wsdl:documentation',
        {},
        `${messages[request].name} (PvE 5.5, bericht ${request}, answered with bericht ${answer})`,
      ),
      tag('wsdl:input', { message: `tns:${messageName(request)}` }),
      tag('wsdl:output', { message: `tns:${messageName(answer)}` }),
    ]),
  ),
);

const headers = stuurgegevens.elements.map(({ xsd }) =>
  tag('soap:header', { message: `tns:${stuurgegevens.xsd}`, part: xsd, ...literal }),
);

const binding = tag('wsdl:binding', { name: 'BpokSoapBinding', type: 'tns:BpokPortType' }, [
  tag('soap:binding', { style: 'document', transport: 'http://schemas.xmlsoap.org/soap/http' }),
  ...operations.map(({ name, request }) =>
    tag('wsdl:operation', { name }, [
      tag('soap:operation', { soapAction: soapAction(request), style: 'document' }),
      tag('wsdl:input', {}, [...headers, tag('soap:body', { parts: 'bericht', ...literal })]),
      tag('wsdl:output', {}, [tag('soap:body', literal)]),
    ]),
  ),
]);

const service = tag('wsdl:service', { name: 'BpokServices' }, [
  tag('wsdl:port', { name: 'BpokPort', binding: 'tns:BpokSoapBinding' }, [
    tag('soap:address', { location: SERVICE_ADDRESS }),
  ]),
]);

/** The text of the WSDL: WSDL 1.1, document/literal, SOAP 1.1, the stuurgegevens as header parts (PvE 5.1, 5.4.1). */
export function wsdlText(): string {
  const used = [...new Set(operations.flatMap(({ request, answer }) => [request, answer]))].sort((a, b) => a - b);
  const types = tag('wsdl:types', {}, [
    tag('xs:schema', { targetNamespace: NAMESPACE, elementFormDefault: 'qualified' }, [
      tag('xs:include', { schemaLocation: schemaFileName('berichtenVerkeerIBGroepPO') }),
    ]),
  ]);
  const attributes = {
    name: 'BpokServices',
    'xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/',
    'xmlns:soap': 'http://schemas.xmlsoap.org/wsdl/soap/',
    'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
    'xmlns:tns': NAMESPACE,
    targetNamespace: NAMESPACE,
  };
  const content = [types, headerMessage, ...used.map(message), portType, binding, service];
  return file(WSDL_NOTICE, tag('wsdl:definitions', attributes, content));
}
