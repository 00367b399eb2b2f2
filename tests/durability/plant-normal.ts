import Database from 'libsql';

/**
 * Plants what the durability test must notice: every connection of this process quietly commits with
 * synchronous=NORMAL, after the program has set FULL and read it back. There is no switch for it in the program.
 */
export function plantNormal(): void {
  const exec = Database.prototype.exec;
  const planted = new WeakSet<object>();
  Database.prototype.exec = function (this: Database.Database, sql: string) {
    if (sql === 'BEGIN IMMEDIATE' && !planted.has(this)) {
      planted.add(this);
      exec.call(this, 'PRAGMA synchronous = NORMAL');
    }
    return exec.call(this, sql);
  };
}
