/** The template and what `ask deploy` reads, against CloudFormation's published schema and against each other. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintTemplate, readTemplate, type Template } from './template-lint';

const ROOT = join(__dirname, '..', '..');
const TEXT = readFileSync(join(ROOT, 'infrastructure', 'template.yaml'), 'utf8');
const ASK = JSON.parse(readFileSync(join(ROOT, 'ask-resources.json'), 'utf8')).profiles.default;

/** The template with one piece of its text changed. */
function changed(from: string, to: string): Template {
  expect(TEXT).toContain(from);
  return readTemplate(TEXT.replace(from, to));
}

it('is what CloudFormation takes', () => {
  expect(lintTemplate(readTemplate(TEXT))).toEqual([]);
});

it.each([
  ['a type that is none', 'AWS::Events::Rule', 'AWS::Events::Rules', 'Schedule: no resource type AWS::Events::Rules'],
  ['a misspelt property', 'Timeout: 8', 'TimeOut: 8', 'SkillFunction.TimeOut: no such property'],
  ['a misspelt property inside', 'S3Key: !Ref', 'S3Name: !Ref', 'SkillFunction.Code.S3Name: no such property'],
  ['a missing property', 'Action: lambda:InvokeFunction', '', 'SkillPermission.Action: required'],
  ['text for a number', 'Threshold: 600\n', 'Threshold: many\n', 'OutboxOld.Threshold: no number'],
  ['a value that is none', 'State: ENABLED', 'State: ON', 'Schedule.State: ON is none of its values'],
  [
    'a mapping for a list',
    '        - Id: scheduled\n          Arn',
    '          Id: scheduled\n          Arn',
    'Schedule.Targets: no list',
  ],
  ['a name nobody has', '!Ref CodeKey', '!Ref CodeKeys', 'CodeKeys: no such name'],
  ['an attribute nobody has', 'Schedule.Arn', 'Schedule.Name', 'Schedule.Name: no such attribute'],
  ['a condition nobody has', '[HasUrl,', '[HasAddress,', 'HasAddress: no such condition'],
  ['a name in a text', '{SettingsSecret}:SecretString:DATABASE_URL', '{Settings}:x', 'Settings: no such name'],
  ['a parameter nobody reads', '!Ref MemoryMegabytes', '1024', 'MemoryMegabytes: used nowhere'],
])('would notice %s', (_what, from, to, problem) => {
  expect(lintTemplate(changed(from, to))).toContain(problem);
});

it('reads no aliases, as CloudFormation does not', () => {
  expect(() => readTemplate('a: &one 1\nb: *one\n')).toThrow('aliases');
});

it('has what `ask deploy` fills in, and gives back what it reads', () => {
  const { Parameters, Outputs } = readTemplate(TEXT);
  const filled = ['SkillId', 'LambdaRuntime', 'LambdaHandler', 'CodeBucket', 'CodeKey', 'CodeVersion'];
  expect(Object.keys(Parameters)).toEqual(expect.arrayContaining(filled));
  expect(Outputs.SkillEndpoint?.Value).toEqual({ 'Fn::GetAtt': 'SkillFunction.Arn' });
  const { parameters } = ASK.skillInfrastructure.userConfig.cfn;
  for (const name of Object.keys(parameters)) {
    expect(filled).not.toContain(name);
    expect(Parameters[name]).toBeDefined();
  }
  const needed = Object.keys(Parameters).filter((name) => Parameters[name]?.Default === undefined);
  expect(needed.filter((name) => !filled.includes(name) && !(name in parameters))).toEqual([]);
});

it('lets only this skill call the function, and only the schedule the other', () => {
  const { Resources } = readTemplate(TEXT);
  const permissions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Permission');
  expect(permissions.map(({ Properties }) => Properties)).toEqual([
    expect.objectContaining({ Principal: 'alexa-appkit.amazon.com', EventSourceToken: { Ref: 'SkillId' } }),
    expect.objectContaining({ Principal: 'events.amazonaws.com', SourceArn: { 'Fn::GetAtt': 'Schedule.Arn' } }),
  ]);
});

it('names files and handlers that are there', () => {
  const { userConfig } = ASK.skillInfrastructure;
  expect(existsSync(join(ROOT, userConfig.templatePath))).toBe(true);
  // What `npm run build` makes: of the goods there are, beside the committed package of the demo shop.
  expect([ASK.skillMetadata.src, ASK.code.default.src]).toEqual(['./dist/skill-package', './dist/lambda']);
  expect(existsSync(join(ROOT, 'skill-package', 'skill.json'))).toBe(true);
  const door = readFileSync(join(ROOT, 'lambda', 'index.ts'), 'utf8');
  const { Resources } = readTemplate(TEXT);
  for (const handler of [userConfig.handler, Resources.ScheduledFunction?.Properties.Handler]) {
    const [file, name] = String(handler).split('.');
    expect(file).toBe('index');
    expect(door).toContain(`export async function ${name}(`);
  }
});

it('holds no secret in clear', () => {
  const { Resources } = readTemplate(TEXT);
  const functions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  expect(functions).toHaveLength(2);
  for (const name of ['DATABASE_URL', 'EARSHOT_SECRET']) {
    for (const { Properties } of functions) {
      const { [name]: value } = (Properties.Environment as { readonly Variables: Record<string, object> }).Variables;
      expect(value).toEqual({ 'Fn::Sub': `{{resolve:secretsmanager:\${SettingsSecret}:SecretString:${name}}}` });
    }
  }
});
