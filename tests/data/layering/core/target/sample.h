#include <QString> // BAD
