package fr.entecole.socle;

import java.util.List;

/// A command of `./ent`, offered by the module it belongs to. It runs in the same jar, without web server, beside a
/// running application or alone. Its bean is named by the words after `./ent`, such as `import aaf`: only the command
/// that was asked for is made, with what it needs. Standard output carries the result, standard error the progress and
/// the refusals.
public interface Commande {

    /// One line of help in French, with the arguments.
    String usage();

    /// @return the exit code: 0 done, 2 refused, 3 held, 4 out of memory
    int run(List<String> arguments) throws Exception;
}
