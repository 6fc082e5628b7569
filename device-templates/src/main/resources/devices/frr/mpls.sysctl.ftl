[#include "labels.sysctl.ftl"]
