import ArgumentParser
import ReelCatalog

/// Names of fields from the command line.
enum FieldNames {
  /// Reports what is wrong with them.
  ///
  /// - Throws: status 64, after the message.
  static func reading<Value>(_ body: () throws(FieldNameError) -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      Messages.say(error.problem)
      if let hint = error.hint { Messages.advise(hint) }
      throw ExitCode.validationFailure
    }
  }
}
