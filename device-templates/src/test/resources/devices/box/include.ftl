[#include "../../../../etc/passwd"]
[#include "/../../secret.txt"]
