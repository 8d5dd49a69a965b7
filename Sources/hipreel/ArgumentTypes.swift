public import ArgumentParser
public import ReelCatalog

extension TextKind: ExpressibleByArgument {}
extension PlaylistFormat: ExpressibleByArgument {}
extension EntryStyle: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}
extension HipMovement: ExpressibleByArgument {}
extension Mode: ExpressibleByArgument {}
extension Position: ExpressibleByArgument {}
