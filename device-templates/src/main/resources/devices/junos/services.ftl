[#include "common.ftl"]
[#assign services = node.services!{}]
system {
[#if (services.dns.domain)??]
    domain-name ${services.dns.domain};
[/#if]
[#list (services.dns._server_list)![] as server]
    name-server ${server};
[/#list]
[#list (services.syslog._server_list)![] as server]
    syslog {
        host ${server} {
            any notice;
            authorization info;
        }
    }
[/#list]
}
