//! linchpin
