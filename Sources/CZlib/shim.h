// zlib, which the system brings: inflating entries of ZIP archives.
#include <zlib.h>
